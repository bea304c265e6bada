// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.identity;

import java.util.List;

/** What was typed or read is no recovery sheet; the message says where, and shows nothing of the secret. */
public final class SheetDamaged extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Integer> lines;

    SheetDamaged(String message, List<Integer> lines) {
        super(message);
        this.lines = List.copyOf(lines);
    }

    /** Numbers of the damaged lines, from 1, ascending; empty if the text as a whole has the wrong shape. */
    public List<Integer> lines() {
        return lines;
    }
}

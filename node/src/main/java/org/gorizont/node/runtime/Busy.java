// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.runtime;

/** There is no room for one more request now; try again later. */
public final class Busy extends Exception {
    private static final long serialVersionUID = 1L;

    public Busy() {
        super("the node is busy", null, false, false);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.identity;

/** The identity cannot be made or read; the message is for people and says what to do. */
public final class IdentityRefused extends Exception {
    private static final long serialVersionUID = 1L;

    public IdentityRefused(String what) {
        super(what);
    }

    public IdentityRefused(String what, Throwable cause) {
        super(what, cause);
    }
}

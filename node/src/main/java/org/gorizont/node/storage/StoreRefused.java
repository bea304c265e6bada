// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.storage;

/** The store cannot be opened: in use, of a newer version, damaged, or not accessible. The message is for people. */
public final class StoreRefused extends Exception {
    private static final long serialVersionUID = 1L;

    public StoreRefused(String what) {
        super(what);
    }

    public StoreRefused(String what, Throwable cause) {
        super(what, cause);
    }
}

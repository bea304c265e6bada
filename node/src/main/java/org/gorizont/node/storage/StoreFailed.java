// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.storage;

/**
 * A write failed. Whether it is on disk is unknown until the store was opened again; until then the store takes no
 * writes.
 */
public final class StoreFailed extends Exception {
    private static final long serialVersionUID = 1L;

    public StoreFailed(String what, Throwable cause) {
        super(what, cause);
    }

    public StoreFailed(String what) {
        super(what);
    }
}

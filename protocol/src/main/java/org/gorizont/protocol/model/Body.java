// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.model;

/** Salt and content of an entry; both can be dropped or erased while the log stays verifiable. */
public record Body(Bytes salt, Bytes content) {
    public static final int SALT_SIZE = 32;

    public Body {
        Checks.size("salt", salt, SALT_SIZE);
    }
}

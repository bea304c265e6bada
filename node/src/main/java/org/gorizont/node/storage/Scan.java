// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.storage;

import java.util.Arrays;

/** A walk over rows in the order of their keys; for one thread. */
interface Scan extends AutoCloseable {
    /** Whether there is a row here. */
    boolean valid();

    /** Whether there is a row here whose key begins with {@code prefix}. */
    default boolean within(byte[] prefix) {
        if (!valid()) {
            return false;
        }
        byte[] here = key();
        return here.length >= prefix.length && Arrays.equals(here, 0, prefix.length, prefix, 0, prefix.length);
    }

    void next();

    /** On, or back, to the first row at or behind {@code from}. */
    void to(byte[] from);

    byte[] key();

    byte[] value();

    @Override
    void close();
}

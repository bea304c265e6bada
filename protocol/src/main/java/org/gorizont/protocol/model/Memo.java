// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.model;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value that is computed when it is first asked for. Threads that ask at once may each compute it: it must be immutable
 * and always the same, as what follows from bytes is.
 */
final class Memo<T> implements Supplier<T> {
    private final Supplier<T> source;
    private @Nullable T value;

    Memo(Supplier<T> source) {
        this.source = source;
    }

    @Override
    public T get() {
        T known = value;
        if (known == null) {
            known = source.get();
            value = known;
        }
        return known;
    }
}

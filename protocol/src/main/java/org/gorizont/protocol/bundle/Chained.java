// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.bundle;

import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Supplier;
import org.gorizont.protocol.frame.Frame;

/** Frames of one source after another, each begun when the one before is at its end. */
final class Chained implements Iterator<Frame> {
    private final Supplier<Optional<Iterator<Frame>>> sources;
    private Iterator<Frame> now = Collections.emptyIterator();
    private boolean done;

    /** @param sources gives the next source, and nothing when there is none */
    Chained(Supplier<Optional<Iterator<Frame>>> sources) {
        this.sources = sources;
    }

    static Chained of(Iterator<Supplier<Iterator<Frame>>> sources) {
        return new Chained(() -> sources.hasNext() ? Optional.of(sources.next().get()) : Optional.empty());
    }

    @Override
    public boolean hasNext() {
        while (!done && !now.hasNext()) {
            Optional<Iterator<Frame>> next = sources.get();
            now = next.orElseGet(Collections::emptyIterator);
            done = next.isEmpty();
        }
        return now.hasNext();
    }

    @Override
    public Frame next() {
        if (!hasNext()) {
            throw new NoSuchElementException("all frames were given");
        }
        return now.next();
    }
}

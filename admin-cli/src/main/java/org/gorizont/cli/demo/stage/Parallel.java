// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo.stage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.gorizont.cli.text.Failure;

/** The same work for several schools, a few at a time. */
public final class Parallel {
    private Parallel() {}

    /** Work for one of them. */
    public interface Work<T> {
        void on(T item) throws InterruptedException;
    }

    /**
     * Returns when all is done.
     *
     * @throws Failure the first of the work, or {@code demo-slow} when {@code patience} ends before
     */
    public static <T> void each(List<T> items, int atOnce, Duration patience, Work<T> work)
            throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        ExecutorService workers =
                Executors.newFixedThreadPool(atOnce, Thread.ofVirtual().factory());
        try {
            List<Future<?>> all = new ArrayList<>();
            for (T item : items) {
                all.add(workers.submit(() -> {
                    work.on(item);
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            }
        } catch (TimeoutException _) {
            throw Failure.of("demo-slow", patience.toSeconds());
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Failure failure
                    ? failure
                    : new IllegalStateException("a part of the demonstration broke", e.getCause());
        } finally {
            workers.shutdownNow();
        }
    }
}

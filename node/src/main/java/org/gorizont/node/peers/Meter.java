// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.peers;

import io.grpc.ClientStreamTracer;
import io.grpc.Context;
import io.grpc.ServerStreamTracer;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Counts what goes over a link, and watches the frame that is arriving: gRPC tells a tracer when a frame has begun and
 * when it is whole, and nobody else.
 */
final class Meter {
    /** Where an accepted call finds its meter. */
    static final Context.Key<Meter> KEY = Context.key("gorizont-meter");

    private static final long NONE = Long.MIN_VALUE;

    private final LongSupplier nanoTime;
    private final AtomicLong framesIn = new AtomicLong();
    private final AtomicLong bytesIn = new AtomicLong();
    private final AtomicLong framesOut = new AtomicLong();
    private final AtomicLong bytesOut = new AtomicLong();
    private final AtomicLong hintsDropped = new AtomicLong();
    private volatile long begunAt = NONE;

    Meter(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    void received(int bytes) {
        framesIn.incrementAndGet();
        bytesIn.addAndGet(bytes);
    }

    void sent(int bytes) {
        framesOut.incrementAndGet();
        bytesOut.addAndGet(bytes);
    }

    void dropped() {
        hintsDropped.incrementAndGet();
    }

    void frameBegun() {
        begunAt = nanoTime.getAsLong();
    }

    void frameWhole() {
        begunAt = NONE;
    }

    /** Whether a frame has been arriving for longer than this. */
    boolean isStuck(long now, long nanos) {
        long since = begunAt;
        return since != NONE && now - since > nanos;
    }

    Traffic read() {
        return new Traffic(framesIn.get(), bytesIn.get(), framesOut.get(), bytesOut.get(), hintsDropped.get());
    }

    ServerStreamTracer acceptedTracer() {
        return new ServerStreamTracer() {
            @Override
            public Context filterContext(Context context) {
                return context.withValue(KEY, Meter.this);
            }

            @Override
            public void inboundMessage(int number) {
                frameBegun();
            }

            @Override
            public void inboundMessageRead(int number, long wireBytes, long bytes) {
                frameWhole();
            }
        };
    }

    ClientStreamTracer dialledTracer() {
        return new ClientStreamTracer() {
            @Override
            public void inboundMessage(int number) {
                frameBegun();
            }

            @Override
            public void inboundMessageRead(int number, long wireBytes, long bytes) {
                frameWhole();
            }
        };
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.admin;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Sends a long answer no faster than it is taken, so that no more of it than a window is in memory. */
final class PacedCaller<A> {
    private final ServerCallStreamObserver<A> caller;
    private final Lock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    private PacedCaller(ServerCallStreamObserver<A> caller) {
        this.caller = caller;
    }

    /** Must be made before the call's method returns. */
    static <A> PacedCaller<A> of(StreamObserver<A> caller) {
        PacedCaller<A> paced = new PacedCaller<>((ServerCallStreamObserver<A>) caller);
        paced.caller.setOnReadyHandler(paced::wake);
        paced.caller.setOnCancelHandler(paced::wake);
        return paced;
    }

    /** Waits until there is room, and sends; false when nobody listens any more. */
    boolean send(A answer) throws InterruptedException {
        lock.lock();
        try {
            while (!caller.isReady() && !caller.isCancelled()) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
        if (caller.isCancelled()) {
            return false;
        }
        caller.onNext(answer);
        return true;
    }

    /** Sends if there is room just now. */
    void offer(A answer) {
        if (caller.isReady() && !caller.isCancelled()) {
            caller.onNext(answer);
        }
    }

    void complete() {
        if (!caller.isCancelled()) {
            caller.onCompleted();
        }
    }

    private void wake() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}

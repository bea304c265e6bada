// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.client;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.gorizont.protocol.wire.v1.AdminWire.BundleBytes;
import org.gorizont.protocol.wire.v1.AdminWire.ImportBundleAnswer;
import org.jspecify.annotations.Nullable;

/** Sends the bytes of a bundle no faster than the node takes them, and waits for what it says at the end. */
final class Upload implements ClientResponseObserver<BundleBytes, ImportBundleAnswer> {
    private final Lock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private @Nullable ImportBundleAnswer answer;
    private @Nullable Throwable failure;

    @Override
    public void beforeStart(ClientCallStreamObserver<BundleBytes> begun) {
        begun.setOnReadyHandler(this::wake);
    }

    /** Waits until the node has room; false when it wants no more. */
    boolean send(ClientCallStreamObserver<BundleBytes> to, BundleBytes bytes) {
        lock.lock();
        try {
            while (!to.isReady() && answer == null && failure == null) {
                changed.awaitUninterruptibly();
            }
            if (answer != null || failure != null) {
                return false;
            }
        } finally {
            lock.unlock();
        }
        to.onNext(bytes);
        return true;
    }

    /** What the node says, once it has said it. */
    ImportBundleAnswer await() {
        lock.lock();
        try {
            while (answer == null && failure == null) {
                changed.awaitUninterruptibly();
            }
            ImportBundleAnswer said = answer;
            if (said != null) {
                return said;
            }
            throw new StatusRuntimeException(Status.fromThrowable(failure));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void onNext(ImportBundleAnswer said) {
        lock.lock();
        try {
            answer = said;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void onError(Throwable problem) {
        lock.lock();
        try {
            failure = problem;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void onCompleted() {
        wake();
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

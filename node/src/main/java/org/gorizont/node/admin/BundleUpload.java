// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.admin;

import io.grpc.stub.StreamObserver;
import org.gorizont.protocol.wire.v1.AdminWire.BundleBytes;
import org.gorizont.protocol.wire.v1.AdminWire.ImportBundleAnswer;

/**
 * The bytes of a bundle as a caller sends them. The next message is asked for when this one is dealt with, so a caller cannot
 * be faster than the loop. A caller that goes away leaves what it has brought.
 */
final class BundleUpload implements StreamObserver<BundleBytes> {
    private final BundleImport bundle;
    private final StreamObserver<ImportBundleAnswer> caller;
    private boolean answered;

    BundleUpload(BundleImport bundle, StreamObserver<ImportBundleAnswer> caller) {
        this.bundle = bundle;
        this.caller = caller;
    }

    @Override
    public void onNext(BundleBytes bytes) {
        work(() -> {
            if (!bundle.take(Forms.bytes(bytes.getContent()))) {
                answer();
            }
        });
    }

    @Override
    public void onError(Throwable gone) {
        answered = true;
    }

    @Override
    public void onCompleted() {
        work(this::answer);
    }

    private void answer() throws InterruptedException {
        answered = true;
        caller.onNext(bundle.finish());
        caller.onCompleted();
    }

    private void work(Calls.Work work) {
        if (!answered) {
            Calls.run(caller, () -> {
                try {
                    work.run();
                } catch (RuntimeException | InterruptedException e) {
                    answered = true;
                    throw e;
                }
            });
        }
    }
}

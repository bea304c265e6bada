// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.peers;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.Status;

/** The wire of a connection that the peer has opened. */
final class AcceptedWire implements Wire {
    private final ServerCall<byte[], byte[]> call;
    private final Doorkeeper doorkeeper;
    private final Doorkeeper.Ends ends;

    AcceptedWire(ServerCall<byte[], byte[]> call, Doorkeeper doorkeeper, Doorkeeper.Ends ends) {
        this.call = call;
        this.doorkeeper = doorkeeper;
        this.ends = ends;
    }

    @Override
    public boolean isReady() {
        return call.isReady();
    }

    @Override
    public void send(byte[] frame) {
        call.sendMessage(frame);
    }

    @Override
    public void request(int frames) {
        call.request(frames);
    }

    @Override
    public void finish() {
        call.close(Status.OK, new Metadata());
    }

    /** A server cannot reset a call whose peer does not read, so the connection goes. */
    @Override
    public void abort() {
        doorkeeper.cut(ends);
    }

    @Override
    public void greeted() {
        doorkeeper.greeted(ends);
    }

    /** The listener that passes on to the link what gRPC tells of the call. */
    ServerCall.Listener<byte[]> eventsTo(Link link) {
        return new Events(link);
    }

    private final class Events extends ServerCall.Listener<byte[]> {
        private final Link link;

        Events(Link link) {
            this.link = link;
        }

        @Override
        public void onMessage(byte[] frame) {
            link.received(frame);
        }

        @Override
        public void onHalfClose() {
            link.peerFinished();
        }

        @Override
        public void onReady() {
            link.ready();
        }

        @Override
        public void onCancel() {
            onComplete();
        }

        @Override
        public void onComplete() {
            link.end();
            doorkeeper.dismiss(ends);
        }
    }
}

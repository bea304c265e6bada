// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.peers;

import java.util.ArrayList;
import java.util.List;
import org.gorizont.protocol.codec.FrameCodec;
import org.gorizont.protocol.codec.Malformed;
import org.gorizont.protocol.frame.Frame;

/** A wire that leads nowhere and remembers. */
final class FakeWire implements Wire {
    final List<Frame> sent = new ArrayList<>();
    boolean ready = true;
    int requested;
    boolean finished;
    boolean aborted;
    boolean greeted;

    @Override
    public boolean isReady() {
        return ready;
    }

    @Override
    public void send(byte[] frame) {
        try {
            sent.add(FrameCodec.decode(frame));
        } catch (Malformed e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void request(int frames) {
        requested += frames;
    }

    @Override
    public void finish() {
        finished = true;
    }

    @Override
    public void abort() {
        aborted = true;
    }

    @Override
    public void greeted() {
        greeted = true;
    }
}

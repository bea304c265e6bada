// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.peers;

/**
 * The stream below a link, alike for who dialled and who accepted. Nothing blocks. {@link #send} and {@link #finish} are
 * called by one thread at a time, the others by any.
 */
interface Wire {
    /** Whether {@link #send} would go out rather than fill memory; a change to true is told to the link. */
    boolean isReady();

    /** Hands over one frame. */
    void send(byte[] frame);

    /** Asks for that many more frames; the peer is held back beyond. */
    void request(int frames);

    /** Ends the stream once everything handed over has left. */
    void finish();

    /** Cuts the connection. */
    void abort();

    /** The peer has said Hello: its connection is not a stranger's any more. */
    void greeted();
}

// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.peers;

import org.gorizont.protocol.core.Limits;

/**
 * How much a node has in hand for other nodes. What no operator has a reason to change stands beside its use.
 *
 * @param links connections in all, in each direction; a further one is closed, or its dial fails
 * @param strangers accepted connections that have not said Hello; a further one is closed before its handshake
 * @param strangersOfAddress the same for one IP address
 * @param queuedFrames frames that wait for one peer: beyond half of it hints are dropped, beyond it the link is closed
 * @param queuedBytes the same, counted in bytes
 */
public record PeerLimits(
        int links, int strangers, int strangersOfAddress, int queuedFrames, int queuedBytes, PeerTimes times) {
    /** The queue has room for all answers that a peer may wait for, and half as much again. */
    public static final PeerLimits DEFAULTS = new PeerLimits(
            Limits.LINKS,
            Limits.STRANGERS,
            4,
            256,
            Limits.REQUESTS_ON_LINK * 3 / 2 * Limits.ANSWER_BYTES,
            PeerTimes.DEFAULTS);

    public PeerLimits withTimes(PeerTimes changed) {
        return new PeerLimits(links, strangers, strangersOfAddress, queuedFrames, queuedBytes, changed);
    }

    public PeerLimits withStrangers(int inAll, int ofAddress) {
        return new PeerLimits(links, inAll, ofAddress, queuedFrames, queuedBytes, times);
    }

    public PeerLimits withLinks(int changed) {
        return new PeerLimits(changed, strangers, strangersOfAddress, queuedFrames, queuedBytes, times);
    }

    public PeerLimits withQueue(int frames, int bytes) {
        return new PeerLimits(links, strangers, strangersOfAddress, frames, bytes, times);
    }
}

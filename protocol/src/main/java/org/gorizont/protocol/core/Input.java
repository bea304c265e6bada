// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.core;

import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.frame.BundleHeader;
import org.gorizont.protocol.frame.Frame;
import org.gorizont.protocol.model.Action;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.Charter;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Endpoint;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.Invitation;
import org.gorizont.protocol.model.Link;
import org.gorizont.protocol.model.PublicKey;
import org.gorizont.protocol.model.RelayEndpoint;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Scope;
import org.gorizont.protocol.model.Signed;
import org.gorizont.protocol.model.Way;

/**
 * Something that has happened. Everything that is random (salts, secrets, tokens) arrives here as bytes: from a secure
 * generator in the node, from the seed in the simulator.
 */
public sealed interface Input {
    /**
     * The program has started, with an empty set of links.
     *
     * @param token lineage token, 16 bytes, new at each start
     * @param endpoints where this node can be dialled; empty behind NAT
     * @param relays where this node waits, and under which tokens
     * @param restored the store is not the one that the last run has left, or that run was not sure of it either
     */
    record Started(
            long startCounter, Bytes token, List<Endpoint> endpoints, List<RelayEndpoint> relays, boolean restored)
            implements Input {
        public Started {
            endpoints = List.copyOf(endpoints);
            relays = List.copyOf(relays);
        }
    }

    /** A wish or question of this school's people; one {@link Effect.Reply} answers it. */
    sealed interface Asked extends Input {
        RequestId request();
    }

    /** The school has decided to publish; one input is one signed head and one write. */
    record Published(RequestId request, Channel channel, Scope scope, List<Draft> drafts) implements Asked {
        public Published {
            drafts = List.copyOf(drafts);
        }
    }

    /** The school founds a circle. */
    record CircleFounded(RequestId request, Charter charter, Bytes salt) implements Asked {}

    /**
     * The school has made an invitation.
     *
     * @param secret 16 bytes, goes into the code
     * @param salt of the sponsorship entry that the code will lead to
     */
    record InvitationMade(RequestId request, CircleId circle, Bytes secret, Bytes salt) implements Asked {}

    /** The school wants to join by a code; answered when the inviter has admitted or refused it. */
    record JoinAsked(RequestId request, Invitation invitation) implements Asked {}

    /**
     * The school asks its electorate for a decision, and says yes itself.
     *
     * @param action heads of a cut are filled in here
     * @param nonce 16 bytes
     * @param salt of the proposal
     * @param ballotSalt of the yes
     */
    record ProposalMade(RequestId request, CircleId circle, Action action, Bytes nonce, Bytes salt, Bytes ballotSalt)
            implements Asked {}

    /** The school answers a proposal. */
    record BallotCast(RequestId request, CircleId circle, Hash proposal, boolean yes, Bytes salt) implements Asked {}

    /** The school leaves a circle. */
    record CircleLeft(RequestId request, CircleId circle, Bytes salt) implements Asked {}

    /**
     * The school has changed its keys: a link to its identity chain, made with the recovery sheet. Answered with {@link
     * Outcome.KeysChanged}; from then on this replica writes nothing, and the next start goes on under the new keys.
     */
    record KeysChanged(RequestId request, Signed<Link> link) implements Asked {}

    /** A TLS connection stands; {@code key} is what the handshake proved of the other side. */
    record PeerConnected(LinkId link, PublicKey key, Optional<Way> dialled) implements Input {}

    record FrameReceived(LinkId link, Frame frame) implements Input {}

    /** What arrived cannot be read as a frame. */
    record FrameUnreadable(LinkId link, String problem) implements Input {}

    record PeerGone(LinkId link) implements Input {}

    /** A connection that was ordered does not stand. */
    record DialFailed(Way way, DialProblem problem) implements Input {}

    /**
     * Somebody in this building says that the school can be dialled here. Nobody vouches for it: what is dialled must show the
     * school's key, as everywhere.
     */
    record Nearby(SchoolId school, Endpoint endpoint) implements Input {}

    record TimerFired(Timer timer) implements Input {}

    /** The school wants a bundle; answered with {@link Outcome.BundlePlanned}. */
    record BundleAsked(RequestId request, BundleTarget target) implements Asked {}

    /** Somebody has brought a bundle; answered with {@link Outcome.BundleTaken}, or refused if it is of other circles. */
    record BundleOpened(RequestId request, BundleHeader header) implements Asked {}

    /** The next frame of a bundle; answered with {@link Outcome.BundleTaken}. Frames depend on no earlier input. */
    record BundleFrame(RequestId request, Frame frame) implements Asked {}

    /** Somebody wants to know how the replica is; answered with {@link Outcome.Status}. */
    record StatusAsked(RequestId request) implements Asked {}
}

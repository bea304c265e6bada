// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.core;

import java.util.Optional;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.IdentityChain;
import org.gorizont.protocol.model.Invitation;
import org.gorizont.protocol.model.LogId;

/** The answer to a request of somebody on this node. */
public sealed interface Outcome {
    /** Entries [from, to) of this log are on disk, under a signed head. */
    record Saved(LogId log, long from, long to) implements Outcome {}

    record Founded(CircleId circle) implements Outcome {}

    /** The invitation is known here; its address is for the node to add. */
    record Invited(CircleId circle) implements Outcome {}

    /** The inviter has admitted this school. */
    record Joined(CircleId circle) implements Outcome {}

    /** The new identity chain is on disk here, and neighbours are told. */
    record KeysChanged(IdentityChain chain) implements Outcome {}

    /** The inviter has admitted this school; so many further members must do so by codes of theirs. */
    record Sponsored(CircleId circle, int missing) implements Outcome {}

    /** The proposal is on disk together with this school's own yes. */
    record Proposed(CircleId circle, Hash proposal) implements Outcome {}

    /** The answer to a proposal is on disk. */
    record Answered(CircleId circle, Hash proposal, boolean yes) implements Outcome {}

    /** This school is no member any more. */
    record Left(CircleId circle) implements Outcome {}

    /** Not possible; nothing was changed. */
    record Refused(Refusal refusal, String detail) implements Outcome {}

    record Status(ReplicaStatus status) implements Outcome {}

    /** What goes into a bundle: logs up to heads that are on disk. */
    record BundlePlanned(BundlePlan plan) implements Outcome {}

    /**
     * A part of a bundle was judged, and what passed is on disk.
     *
     * @param log whose entries it brought, if it did
     */
    record BundleTaken(BundleTally tally, Optional<LogId> log) implements Outcome {}

    /** Nobody answers at the address of the invitation yet; the attempt goes on. */
    record Unreachable(Invitation invitation) implements Outcome {}
}

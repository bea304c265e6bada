// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.gorizont.protocol.codec.VoteCodec;
import org.gorizont.protocol.core.Draft;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.core.Outcome;
import org.gorizont.protocol.core.Refusal;
import org.gorizont.protocol.core.Turn;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.membership.ControlDrafts;
import org.gorizont.protocol.membership.Membership;
import org.gorizont.protocol.membership.OpenProposal;
import org.gorizont.protocol.model.Action;
import org.gorizont.protocol.model.Ballot;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.Leave;
import org.gorizont.protocol.model.Proposal;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.SignedHead;
import org.gorizont.protocol.model.Terms;

/** What this school's people decide with others: proposals, answers, leaving. */
final class VoteDesk {
    private final SchoolId self;
    private final LogTable logs;
    private final Membership membership;
    private final OwnDesk desk;

    VoteDesk(SchoolId self, LogTable logs, Membership membership, OwnDesk desk) {
        this.self = self;
        this.logs = logs;
        this.membership = membership;
        this.desk = desk;
    }

    void propose(Turn turn, Input.ProposalMade input) {
        CircleId circle = input.circle();
        Optional<Refusal> refusal = refusal(circle).or(() -> unfit(circle, input.action()));
        if (refusal.isPresent()) {
            turn.reply(input.request(), new Outcome.Refused(refusal.get(), circle.toString()));
            return;
        }
        Hash electorate = membership.electorate(circle).id();
        Proposal proposal = new Proposal(circle, electorate, withCut(circle, input.action()), input.nonce());
        Hash id = Hashing.proposal(VoteCodec.proposal(proposal));
        List<Draft> drafts = List.of(
                ControlDrafts.proposal(proposal, input.salt(), turn.now()),
                ControlDrafts.ballot(new Ballot(circle, id, true), input.ballotSalt(), turn.now()));
        Outcome outcome = desk.control(turn, circle, drafts);
        turn.reply(input.request(), outcome instanceof Outcome.Saved ? new Outcome.Proposed(circle, id) : outcome);
    }

    void answer(Turn turn, Input.BallotCast input) {
        CircleId circle = input.circle();
        Optional<OpenProposal> proposal = membership.proposals(circle).stream()
                .filter(open -> open.id().equals(input.proposal()))
                .findFirst();
        Optional<Refusal> refusal = proposal.isEmpty()
                ? Optional.of(Refusal.UNKNOWN_PROPOSAL)
                : !proposal.get().electorate().contains(self)
                        ? Optional.of(Refusal.NO_VOTE)
                        : proposal.get().awaits(self) ? Optional.empty() : Optional.of(Refusal.ALREADY_ANSWERED);
        if (refusal.isPresent()) {
            turn.reply(
                    input.request(),
                    new Outcome.Refused(refusal.get(), input.proposal().toString()));
            return;
        }
        Ballot ballot = new Ballot(circle, input.proposal(), input.yes());
        Outcome outcome = desk.control(turn, circle, List.of(ControlDrafts.ballot(ballot, input.salt(), turn.now())));
        turn.reply(
                input.request(),
                outcome instanceof Outcome.Saved
                        ? new Outcome.Answered(circle, input.proposal(), input.yes())
                        : outcome);
    }

    void leave(Turn turn, Input.CircleLeft input) {
        CircleId circle = input.circle();
        Leave leave = new Leave(circle, membership.timesLeft(circle, self) + 1);
        Outcome outcome = desk.control(turn, circle, List.of(ControlDrafts.leave(leave, input.salt(), turn.now())));
        turn.reply(input.request(), outcome instanceof Outcome.Saved ? new Outcome.Left(circle) : outcome);
    }

    private Optional<Refusal> refusal(CircleId circle) {
        if (!membership.isMember(circle, self)) {
            return Optional.of(Refusal.NOT_A_MEMBER);
        }
        if (!membership.electorate(circle).members().contains(self)) {
            return Optional.of(Refusal.NO_VOTE);
        }
        long open = membership.proposals(circle).stream()
                .filter(proposal -> proposal.author().equals(self))
                .count();
        return open < Limits.OPEN_PROPOSALS ? Optional.empty() : Optional.of(Refusal.TOO_MANY_PROPOSALS);
    }

    private Optional<Refusal> unfit(CircleId circle, Action action) {
        SortedSet<SchoolId> members = membership.members(circle);
        return switch (action) {
            case Action.SealElectorate(List<SchoolId> list) ->
                list.stream().anyMatch(school -> membership.isRemoved(circle, school))
                        ? Optional.of(Refusal.NO_SUCH_MEMBER)
                        : unchanged(membership.electorate(circle).members().equals(new TreeSet<>(list)));
            case Action.RemoveSchool(SchoolId school, List<SignedHead> _) -> missing(members, school);
            case Action.AmendCharter(Terms terms) -> unfit(circle, members, terms);
            case Action.GrantRole(SchoolId school, String _, var _) -> missing(members, school);
            case Action.DeclareDormant(SchoolId school) -> missing(members, school);
            case Action.NameSuccessor(SchoolId before, SchoolId after, List<SignedHead> _) ->
                membership.wasMember(circle, before) && !membership.isRemoved(circle, after)
                        ? Optional.empty()
                        : Optional.of(Refusal.NO_SUCH_MEMBER);
        };
    }

    /** Whom no electorate names needs the further sponsors too, and would be outside until it has them. */
    private Optional<Refusal> unfit(CircleId circle, SortedSet<SchoolId> members, Terms terms) {
        boolean raised = terms.sponsors() > membership.terms(circle).sponsors();
        if (raised && terms.sponsors() > members.size()) {
            return Optional.of(Refusal.TOO_FEW_MEMBERS);
        }
        if (raised && !membership.electorate(circle).members().containsAll(members)) {
            return Optional.of(Refusal.MEMBERS_WITHOUT_VOTE);
        }
        return unchanged(membership.terms(circle).equals(terms));
    }

    private Action withCut(CircleId circle, Action action) {
        return switch (action) {
            case Action.RemoveSchool(SchoolId school, List<SignedHead> _) ->
                new Action.RemoveSchool(school, heads(circle, school));
            case Action.NameSuccessor(SchoolId before, SchoolId after, List<SignedHead> _) ->
                new Action.NameSuccessor(before, after, heads(circle, before));
            case Action.SealElectorate _, Action.AmendCharter _, Action.GrantRole _, Action.DeclareDormant _ -> action;
        };
    }

    /** What is held here of the logs of a school in this circle. */
    private List<SignedHead> heads(CircleId circle, SchoolId school) {
        return logs
                .all(log -> log.school().equals(school)
                        && log.scope().circle().filter(circle::equals).isPresent())
                .stream()
                .map(LogState::head)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Refusal> missing(SortedSet<SchoolId> members, SchoolId school) {
        return members.contains(school) ? Optional.empty() : Optional.of(Refusal.NO_SUCH_MEMBER);
    }

    private static Optional<Refusal> unchanged(boolean same) {
        return same ? Optional.of(Refusal.NOTHING_TO_CHANGE) : Optional.empty();
    }
}

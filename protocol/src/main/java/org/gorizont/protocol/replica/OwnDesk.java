// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.codec.CircleCodec;
import org.gorizont.protocol.core.Change;
import org.gorizont.protocol.core.Draft;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.core.LogStore;
import org.gorizont.protocol.core.Outcome;
import org.gorizont.protocol.core.Refusal;
import org.gorizont.protocol.core.Turn;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.log.OwnLogs;
import org.gorizont.protocol.log.Written;
import org.gorizont.protocol.membership.ControlDrafts;
import org.gorizont.protocol.membership.Membership;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.Charter;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Scope;
import org.gorizont.protocol.model.Sponsorship;

/** What this school itself writes: records of its people, charters, sponsorships. */
final class OwnDesk {
    private final SchoolId self;
    private final LogStore store;
    private final LogTable logs;
    private final OwnLogs own;
    private final Membership membership;
    private final Growth growth;

    OwnDesk(SchoolId self, LogStore store, LogTable logs, OwnLogs own, Membership membership, Growth growth) {
        this.self = self;
        this.store = store;
        this.logs = logs;
        this.own = own;
        this.membership = membership;
        this.growth = growth;
    }

    void publish(Turn turn, Input.Published input) {
        Optional<CircleId> circle = input.scope().circle();
        Optional<Outcome> barred = circle.flatMap(this::barred);
        turn.reply(
                input.request(), barred.orElseGet(() -> write(turn, input.channel(), input.scope(), input.drafts())));
    }

    void found(Turn turn, Input.CircleFounded input) {
        Charter charter = input.charter();
        Bytes bytes = CircleCodec.charter(charter);
        CircleId circle = Hashing.circleId(bytes);
        if (!charter.founders().contains(self)) {
            turn.reply(input.request(), new Outcome.Refused(Refusal.NOT_A_MEMBER, "not among the founders"));
            return;
        }
        if (membership.ownOrJoining(self).size() >= Limits.CIRCLES) {
            turn.reply(
                    input.request(),
                    new Outcome.Refused(Refusal.TOO_LARGE, "more than " + Limits.CIRCLES + " circles"));
            return;
        }
        if (own.forbidden().isPresent()) {
            turn.reply(input.request(), refused(own.forbidden().get()));
            return;
        }
        turn.persist(new Change.CharterStored(circle, bytes));
        membership.addCharter(circle, charter);
        Draft draft = ControlDrafts.charterEntry(bytes, input.salt(), turn.now());
        Outcome outcome = write(turn, Channel.CONTROL, Scope.of(circle), List.of(draft));
        turn.reply(input.request(), outcome instanceof Outcome.Saved ? new Outcome.Founded(circle) : outcome);
    }

    /** Admits a school to a circle of ours. */
    Outcome sponsor(Turn turn, CircleId circle, SchoolId school, Bytes salt) {
        Sponsorship sponsorship = new Sponsorship(circle, school, membership.timesLeft(circle, school));
        Draft draft = ControlDrafts.sponsorship(sponsorship, salt, turn.now());
        return barred(circle).orElseGet(() -> write(turn, Channel.CONTROL, Scope.of(circle), List.of(draft)));
    }

    /** Writes to this school's CONTROL log of a circle of ours. */
    Outcome control(Turn turn, CircleId circle, List<Draft> drafts) {
        return barred(circle).orElseGet(() -> write(turn, Channel.CONTROL, Scope.of(circle), drafts));
    }

    /** The CONTROL log of a circle that this school writes now, and the seq of its next entry. */
    LogState control(CircleId circle) {
        return logs.state(own.log(Channel.CONTROL, Scope.of(circle)));
    }

    /** Why nothing may be written to a circle, if so. */
    private Optional<Outcome> barred(CircleId circle) {
        if (!membership.isMember(circle, self)) {
            return Optional.of(new Outcome.Refused(Refusal.NOT_A_MEMBER, circle.toString()));
        }
        return membership.terms(circle).ruleVersion() > Charter.RULE_VERSION
                ? Optional.of(new Outcome.Refused(Refusal.NEWER_RULES, circle.toString()))
                : Optional.empty();
    }

    private Outcome write(Turn turn, Channel channel, Scope scope, List<Draft> drafts) {
        return switch (own.write(channel, scope, drafts, store, logs.nextArrival())) {
            case Written.Refused(Refusal refusal, String detail) -> new Outcome.Refused(refusal, detail);
            case Written.Done done -> {
                written(turn, done);
                yield new Outcome.Saved(done.newState().log(), done.from(), done.to());
            }
        };
    }

    /** Hands out what was written, and tells everybody. */
    void written(Turn turn, Written.Done done) {
        LogState before = logs.state(done.newState().log());
        List<Entry> added = done.changes().stream()
                .filter(Change.EntriesAdded.class::isInstance)
                .flatMap(change -> ((Change.EntriesAdded) change).entries().stream())
                .toList();
        turn.persist(done.changes());
        growth.letGo(turn, done.newState().log(), done.from(), added);
        growth.grown(turn, before, done.newState(), added, Optional.empty(), true);
    }

    private static Outcome refused(Refusal refusal) {
        return new Outcome.Refused(refusal, "");
    }
}

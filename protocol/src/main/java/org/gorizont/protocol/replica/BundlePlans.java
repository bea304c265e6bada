// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.gorizont.protocol.core.BundlePlan;
import org.gorizont.protocol.core.BundleTarget;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.core.Outcome;
import org.gorizont.protocol.core.Refusal;
import org.gorizont.protocol.core.Turn;
import org.gorizont.protocol.membership.Membership;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.SchoolId;

/** Says what may go into a bundle, by the rule that frames to a neighbour follow. Reads no entry: logs are many. */
final class BundlePlans {
    private final SchoolId self;
    private final LogTable logs;
    private final Membership membership;
    private final Visible visible;

    BundlePlans(SchoolId self, LogTable logs, Membership membership, Visible visible) {
        this.self = self;
        this.logs = logs;
        this.membership = membership;
        this.visible = visible;
    }

    void plan(Turn turn, Input.BundleAsked input) {
        BundleTarget target = input.target();
        Collection<CircleId> circles = circles(target);
        turn.reply(
                input.request(),
                circles.isEmpty()
                        ? new Outcome.Refused(Refusal.NOT_A_MEMBER, "no circle is shared")
                        : new Outcome.BundlePlanned(plan(target, circles)));
    }

    private Collection<CircleId> circles(BundleTarget target) {
        return switch (target) {
            case BundleTarget.School(SchoolId school, boolean _) ->
                school.equals(self) ? List.of() : membership.shared(self, school);
            case BundleTarget.Circle(CircleId circle) ->
                membership.isMember(circle, self) ? List.of(circle) : List.of();
        };
    }

    private BundlePlan plan(BundleTarget target, Collection<CircleId> circles) {
        Predicate<LogId> allowed = switch (target) {
            case BundleTarget.School(SchoolId school, boolean _) -> log -> visible.served(log, school);
            case BundleTarget.Circle(CircleId circle) -> log -> visible.inCircle(circle, log);
        };
        List<LogState> states = logs.known().stream()
                .filter(state -> state.head().isPresent() && allowed.test(state.log()))
                .toList();
        return new BundlePlan(self, target, circles.stream().map(this::circle).toList(), states);
    }

    private BundlePlan.Circle circle(CircleId circle) {
        return new BundlePlan.Circle(
                circle,
                membership.terms(circle).name(),
                List.copyOf(membership.candidates(circle)),
                List.copyOf(membership.everybody(circle)));
    }
}

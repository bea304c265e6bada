// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.faults;

import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.core.BundlePlan;
import org.gorizont.protocol.core.BundleTally;
import org.gorizont.protocol.core.Effect;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.core.Outcome;
import org.gorizont.protocol.frame.Receipts;
import org.gorizont.simulations.world.Build;
import org.gorizont.simulations.world.Machine;

/** Programs that give or take bundles wrongly. */
final class BundleBugs {
    private BundleBugs() {}

    /** A bundle is put aside where it brings something known. */
    static Build stopsAtTheFirstKnownFrame() {
        return Wrong.core((_, replica) -> {
            boolean[] aside = {false};
            return (input, now) -> {
                if (input instanceof Input.BundleFrame(var request, var _) && aside[0]) {
                    return List.of(
                            new Effect.Reply(request, new Outcome.BundleTaken(BundleTally.NONE, Optional.empty())));
                }
                List<Effect> effects = replica.handle(input, now);
                aside[0] = !(input instanceof Input.BundleOpened)
                        && (aside[0] || effects.stream().anyMatch(BundleBugs::isKnown));
                return effects;
            };
        });
    }

    private static boolean isKnown(Effect effect) {
        return effect instanceof Effect.Reply(var _, Outcome.BundleTaken(var tally, var _))
                && tally.get(BundleTally.What.KNOWN) > 0;
    }

    /** Bundles have every log that is held. */
    static Build packsEverything() {
        return Wrong.core((machine, replica) -> (input, now) -> replica.handle(input, now).stream()
                .map(effect -> full(effect, machine))
                .toList());
    }

    private static Effect full(Effect effect, Machine machine) {
        if (!(effect instanceof Effect.Reply(var request, Outcome.BundlePlanned(BundlePlan plan)))) {
            return effect;
        }
        List<LogState> all = machine.store().logs().stream()
                .filter(state -> state.head().isPresent())
                .toList();
        return new Effect.Reply(
                request, new Outcome.BundlePlanned(new BundlePlan(plan.from(), plan.target(), plan.circles(), all)));
    }

    /** Receipts in bundles are passed over. */
    static Build ignoresCarriedReceipts() {
        return Wrong.core((_, replica) -> (input, now) -> input instanceof Input.BundleFrame(var request, Receipts _)
                ? List.of(new Effect.Reply(request, new Outcome.BundleTaken(BundleTally.NONE, Optional.empty())))
                : replica.handle(input, now));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.gorizont.protocol.core.Change;
import org.gorizont.protocol.core.Effect;
import org.gorizont.protocol.replica.Replica;
import org.gorizont.simulations.world.Build;
import org.gorizont.simulations.world.Core;
import org.gorizont.simulations.world.Machine;

/** Ways to make a program wrong: around the real one. */
final class Wrong {
    private Wrong() {}

    /** Everything as it is but the core. */
    static Build core(BiFunction<Machine, Replica, Core> core) {
        return new Build() {
            @Override
            public Core core(Machine machine, Replica replica) {
                return core.apply(machine, replica);
            }
        };
    }

    /** What the real core orders is changed. */
    static Build effects(UnaryOperator<List<Effect>> change) {
        return core((_, replica) -> (input, now) -> change.apply(replica.handle(input, now)));
    }

    /** These effects without some of what they write. */
    static List<Effect> changes(List<Effect> effects, Predicate<Change> kept) {
        return effects.stream()
                .map(effect -> effect instanceof Effect.Persist(List<Change> changes)
                        ? new Effect.Persist(changes.stream().filter(kept).toList())
                        : effect)
                .toList();
    }

    static List<Effect> with(List<Effect> effects, List<Effect> more) {
        List<Effect> all = new ArrayList<>(effects);
        all.addAll(more);
        return all;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.faults;

import org.gorizont.protocol.core.Effect;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.frame.Lineages;
import org.gorizont.simulations.world.Build;

/** Programs that do not doubt that they are the only and the newest one of their school. */
final class TwinBugs {
    private TwinBugs() {}

    /** A restored store counts as the newest one. */
    static Build believesItsBackup() {
        return Wrong.core((_, replica) -> (input, now) -> replica.handle(unsuspecting(input), now));
    }

    private static Input unsuspecting(Input input) {
        return input instanceof Input.Started started
                ? new Input.Started(
                        started.startCounter(), started.token(), started.endpoints(), started.relays(), false)
                : input;
    }

    /** Of the start of another machine nobody is told. */
    static Build keepsStartsToItself() {
        return Wrong.core((_, replica) -> (input, now) -> replica.handle(input, now).stream()
                .filter(effect -> !(effect instanceof Effect.Send(var _, Lineages _)))
                .toList());
    }

    /** That there was another machine, or an old backup, is not known after the next start. */
    static Build forgetsItsDoubt() {
        return Wrong.core((_, replica) -> (input, now) -> replica.handle(input, now).stream()
                .filter(effect -> !(effect instanceof Effect.MarkRestored))
                .toList());
    }
}

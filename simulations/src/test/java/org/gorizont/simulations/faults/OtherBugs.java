// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.faults;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.core.BundleTally;
import org.gorizont.protocol.core.Effect;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.core.Outcome;
import org.gorizont.protocol.frame.Addresses;
import org.gorizont.protocol.frame.CursorPage;
import org.gorizont.protocol.frame.Entries;
import org.gorizont.protocol.frame.HeadNotice;
import org.gorizont.protocol.frame.Lineages;
import org.gorizont.protocol.frame.Receipts;
import org.gorizont.protocol.replica.Replica;
import org.gorizont.simulations.world.Build;
import org.gorizont.simulations.world.Core;
import org.gorizont.simulations.world.Machine;

/** Programs that do not listen, do not tell, or tell too much. */
final class OtherBugs {
    private OtherBugs() {}

    /** Of the start of another machine nobody is told. */
    static Build keepsStartsToItself() {
        return new Build() {
            @Override
            public Core core(Machine machine, Replica replica) {
                return (input, now) -> replica.handle(input, now).stream()
                        .filter(effect -> !(effect instanceof Effect.Send(var _, Lineages _)))
                        .toList();
            }
        };
    }

    /** That there was another machine, or an old backup, is not known after the next start. */
    static Build forgetsItsDoubt() {
        return new Build() {
            @Override
            public Core core(Machine machine, Replica replica) {
                return (input, now) -> replica.handle(input, now).stream()
                        .filter(effect -> !(effect instanceof Effect.MarkRestored))
                        .toList();
            }
        };
    }

    /** After its first night, a school thinks that it knows all. */
    static Build sleepsOnAfterTheNight() {
        return new Build() {
            @Override
            public Core core(Machine machine, Replica replica) {
                boolean late = machine.life() > 1;
                return (input, now) -> late && tells(input) ? List.of() : replica.handle(input, now);
            }
        };
    }

    private static boolean tells(Input input) {
        return input instanceof Input.FrameReceived(var _, var frame)
                && (frame instanceof CursorPage || frame instanceof HeadNotice || frame instanceof Entries);
    }

    /** Receipts in bundles are passed over. */
    static Build ignoresCarriedReceipts() {
        return new Build() {
            @Override
            public Core core(Machine machine, Replica replica) {
                return (input, now) -> input instanceof Input.BundleFrame(var request, Receipts _)
                        ? List.of(
                                new Effect.Reply(request, new Outcome.BundleTaken(BundleTally.NONE, Optional.empty())))
                        : replica.handle(input, now);
            }
        };
    }

    /** Notices grow without a limit. */
    static Build repeatsItself() {
        return new Build() {
            @Override
            public Core core(Machine machine, Replica replica) {
                return (input, now) -> replica.handle(input, now).stream()
                        .map(OtherBugs::repeated)
                        .toList();
            }
        };
    }

    private static Effect repeated(Effect effect) {
        return effect instanceof Effect.Send(var link, HeadNotice notice)
                        && !notice.heads().isEmpty()
                ? new Effect.Send(
                        link,
                        new HeadNotice(
                                Collections.nCopies(
                                        Limits.REPEATED + 1, notice.heads().getFirst()),
                                notice.riding()))
                : effect;
    }

    /** Addresses of others are kept to oneself, so that nobody finds anybody but its inviter. */
    static Build keepsAddressesToItself() {
        return new Build() {
            @Override
            public Core core(Machine machine, Replica replica) {
                return (input, now) -> replica.handle(input, now).stream()
                        .filter(effect -> !(effect instanceof Effect.Send(var _, Addresses _)))
                        .toList();
            }
        };
    }
}

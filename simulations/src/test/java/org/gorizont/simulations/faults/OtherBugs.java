// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.faults;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.core.Change;
import org.gorizont.protocol.core.Effect;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.frame.Addresses;
import org.gorizont.protocol.frame.CursorPage;
import org.gorizont.protocol.frame.CursorRequest;
import org.gorizont.protocol.frame.Entries;
import org.gorizont.protocol.frame.HeadNotice;
import org.gorizont.protocol.frame.Want;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.SignedHead;
import org.gorizont.simulations.world.Build;
import org.gorizont.simulations.world.Machine;

/** Programs that do not listen, do not tell, or tell too much. */
final class OtherBugs {
    private OtherBugs() {}

    /** Nothing is ever asked for. */
    static Build neverAsks() {
        return Wrong.effects(effects -> effects.stream()
                .filter(effect -> !(effect instanceof Effect.Send(var _, Want _)))
                .toList());
    }

    /** What others write into CONTROL logs is not heard, so members are not known. */
    static Build deafToAdmissions() {
        return Wrong.core((machine, replica) -> (input, now) -> {
            boolean admission = input instanceof Input.FrameReceived(var _, Entries entries)
                    && entries.log().channel().equals(Channel.CONTROL);
            return machine.number() == 1 && admission ? List.of() : replica.handle(input, now);
        });
    }

    /** Every log goes to everybody who is connected. */
    static Build servesEverybody() {
        return Wrong.core(
                (machine, replica) -> (input, now) -> Wrong.with(replica.handle(input, now), toldBy(machine, input)));
    }

    private static List<Effect> toldBy(Machine machine, Input input) {
        if (!(input instanceof Input.FrameReceived(var link, CursorRequest _))) {
            return List.of();
        }
        List<SignedHead> heads = machine.store().logs().stream()
                .map(LogState::head)
                .flatMap(Optional::stream)
                .toList();
        return List.of(new Effect.Send(link, new HeadNotice(heads, List.of())));
    }

    /** What is erased stays on the disk. */
    static Build keepsWhatIsErased() {
        return Wrong.effects(effects -> Wrong.changes(effects, change -> !(change instanceof Change.BodyErased)));
    }

    /** After its first night, a school thinks that it knows all. */
    static Build sleepsOnAfterTheNight() {
        return Wrong.core((machine, replica) -> {
            boolean late = machine.life() > 1;
            return (input, now) -> late && tells(input) ? List.of() : replica.handle(input, now);
        });
    }

    private static boolean tells(Input input) {
        return input instanceof Input.FrameReceived(var _, var frame)
                && (frame instanceof CursorPage || frame instanceof HeadNotice || frame instanceof Entries);
    }

    /** Notices grow without a limit. */
    static Build repeatsItself() {
        return Wrong.core((_, replica) -> (input, now) ->
                replica.handle(input, now).stream().map(OtherBugs::repeated).toList());
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
        return Wrong.core((_, replica) -> (input, now) -> replica.handle(input, now).stream()
                .filter(effect -> !(effect instanceof Effect.Send(var _, Addresses _)))
                .toList());
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.gorizont.protocol.core.Effect;
import org.gorizont.protocol.core.LinkId;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.crypto.SignatureVerifier;
import org.gorizont.protocol.frame.CursorPage;
import org.gorizont.protocol.frame.Entries;
import org.gorizont.protocol.frame.Frame;
import org.gorizont.protocol.frame.HeadNotice;
import org.gorizont.protocol.memory.MemoryLogStore;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.Seal;
import org.gorizont.protocol.model.SignedHead;
import org.gorizont.protocol.replica.Replica;
import org.gorizont.simulations.world.Build;
import org.gorizont.simulations.world.Core;
import org.gorizont.simulations.world.FailedWrite;
import org.gorizont.simulations.world.Machine;

/**
 * A member that lies, with everybody else as {@code honest} has it: it keeps to itself what others have written, says that
 * nothing has arrived, tells of longer logs than there are under heads that nobody signed, and says again what it said long ago.
 * Only its CONTROL logs it shows, since it has perhaps admitted somebody.
 */
final class Liar implements Build {
    private static final int REMEMBERED = 40;

    private final Build honest;
    private final int number;
    private final SplittableRandom luck;

    /** @param number of the machine that lies; none does if there is no such machine */
    Liar(Build honest, int number, SplittableRandom luck) {
        this.honest = honest;
        this.number = number;
        this.luck = luck;
    }

    @Override
    public Core core(Machine machine, Replica replica) {
        Core core = honest.core(machine, replica);
        if (machine.number() != number) {
            return core;
        }
        Map<LinkId, List<Frame>> said = new TreeMap<>();
        return (input, now) -> core.handle(input, now).stream()
                .flatMap(effect -> twisted(machine, effect, said).stream())
                .toList();
    }

    private List<Effect> twisted(Machine machine, Effect effect, Map<LinkId, List<Frame>> said) {
        if (!(effect instanceof Effect.Send(LinkId link, Frame frame))) {
            return List.of(effect);
        }
        List<Effect> twisted = new ArrayList<>();
        lie(machine, frame).ifPresent(lie -> twisted.add(new Effect.Send(link, lie)));
        List<Frame> earlier = said.computeIfAbsent(link, _ -> new ArrayList<>());
        if (!earlier.isEmpty() && luck.nextInt(8) == 0) {
            twisted.add(new Effect.Send(link, earlier.get(luck.nextInt(earlier.size()))));
        }
        if (frame instanceof HeadNotice && earlier.size() < REMEMBERED) {
            earlier.add(frame);
        }
        return twisted;
    }

    private Optional<Frame> lie(Machine machine, Frame frame) {
        return switch (frame) {
            case Entries entries when isKept(machine, entries.log()) && luck.nextBoolean() -> Optional.empty();
            case CursorPage page
            when luck.nextInt(3) == 0 ->
                Optional.of(new CursorPage(page.circle(), page.cursor(), page.lost(), true, List.of()));
            case HeadNotice notice
            when luck.nextInt(3) == 0 ->
                Optional.of(new HeadNotice(
                        notice.heads().stream()
                                .map(head -> longer(machine, head))
                                .toList(),
                        List.of()));
            default -> Optional.of(frame);
        };
    }

    private static boolean isKept(Machine machine, LogId log) {
        return !log.school().equals(machine.id()) || !log.channel().equals(Channel.CONTROL);
    }

    private static SignedHead longer(Machine machine, SignedHead head) {
        List<Entry> entries = new ArrayList<>(machine.store()
                .entries(
                        head.log(),
                        0,
                        machine.store().log(head.log()).map(LogState::held).orElse(0L),
                        1 << 20));
        if (entries.isEmpty() || head.log().school().equals(machine.id())) {
            return head;
        }
        entries.add(entries.getLast());
        return Forgery.head(head.log(), entries, head.signature());
    }

    @Override
    public SignatureVerifier verifier(SignatureVerifier real) {
        return honest.verifier(real);
    }

    @Override
    public MemoryLogStore afterPowerCut(MemoryLogStore store) {
        return honest.afterPowerCut(store);
    }

    @Override
    public List<Seal> seals(List<Seal> held) {
        return honest.seals(held);
    }

    @Override
    public Duration syncsLate() {
        return honest.syncsLate();
    }

    @Override
    public FailedWrite failedWrite() {
        return honest.failedWrite();
    }
}

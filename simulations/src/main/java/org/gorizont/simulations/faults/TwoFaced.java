// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.faults;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.gorizont.protocol.core.Effect;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.core.LinkId;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.crypto.SignatureVerifier;
import org.gorizont.protocol.frame.Bodies;
import org.gorizont.protocol.frame.CursorPage;
import org.gorizont.protocol.frame.CursorRequest;
import org.gorizont.protocol.frame.Entries;
import org.gorizont.protocol.frame.ForkAlert;
import org.gorizont.protocol.frame.Frame;
import org.gorizont.protocol.frame.HeadNotice;
import org.gorizont.protocol.frame.Hello;
import org.gorizont.protocol.frame.Proof;
import org.gorizont.protocol.memory.MemoryLogStore;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.SignedHead;
import org.gorizont.protocol.replica.Replica;
import org.gorizont.simulations.world.Build;
import org.gorizont.simulations.world.Core;
import org.gorizont.simulations.world.Machine;

/** Members that show a second version of one of their logs to some schools, with everybody else as {@code honest} has it. */
final class TwoFaced implements Build {
    private final Build honest;
    private final Map<Integer, Face> faces = new TreeMap<>();

    /**
     * The second version.
     *
     * @param store that it stands in, which may grow
     * @param fooled who is shown it, in place of the first
     */
    record Face(LogId log, MemoryLogStore store, Predicate<SchoolId> fooled) {
        SignedHead head() {
            return store.log(log).flatMap(LogState::head).orElseThrow();
        }

        Entries entries() {
            return new Entries(
                    log,
                    0,
                    store.entries(log, 0, head().size(), Limits.FRAME_BYTES),
                    head(),
                    Optional.empty(),
                    List.of());
        }
    }

    TwoFaced(Build honest) {
        this.honest = honest;
    }

    /** From now on this machine has a second face. */
    void put(Machine machine, Face face) {
        faces.put(machine.number(), face);
    }

    @Override
    public Core core(Machine machine, Replica replica) {
        Core core = honest.core(machine, replica);
        Map<LinkId, SchoolId> peers = new TreeMap<>();
        return (input, now) -> {
            if (input instanceof Input.FrameReceived(LinkId link, Hello hello)) {
                peers.put(link, Hashing.schoolId(hello.chain().genesisBytes()));
            }
            Face face = faces.get(machine.number());
            return face == null ? core.handle(input, now) : handle(core, face, peers, input, now);
        };
    }

    private static List<Effect> handle(Core core, Face face, Map<LinkId, SchoolId> peers, Input input, Instant now) {
        List<Effect> shown = new ArrayList<>();
        for (Effect effect :
                heard(face, input).map(told -> core.handle(told, now)).orElse(List.of())) {
            if (effect instanceof Effect.Send(LinkId link, Frame frame) && isFooled(face, peers, link)) {
                shown(face, frame).ifPresent(other -> shown.add(new Effect.Send(link, other)));
            } else {
                shown.add(effect);
            }
        }
        if (input instanceof Input.FrameReceived(LinkId link, CursorRequest _) && isFooled(face, peers, link)) {
            shown.add(new Effect.Send(link, new HeadNotice(List.of(face.head()), List.of(face.entries()))));
        }
        return shown;
    }

    private static boolean isFooled(Face face, Map<LinkId, SchoolId> peers, LinkId link) {
        return Optional.ofNullable(peers.get(link)).filter(face.fooled).isPresent();
    }

    private static Optional<Frame> shown(Face face, Frame frame) {
        return switch (frame) {
            case Entries entries when entries.log().equals(face.log) -> Optional.of(face.entries());
            case HeadNotice notice -> Optional.of(without(face.log, notice));
            case CursorPage page ->
                Optional.of(new CursorPage(
                        page.circle(),
                        page.cursor(),
                        page.lost(),
                        page.last(),
                        page.heads().stream()
                                .map(head -> head.log().equals(face.log) ? face.head() : head)
                                .toList()));
            case Proof proof when proof.log().equals(face.log) -> Optional.empty();
            case Bodies bodies when bodies.log().equals(face.log) -> Optional.empty();
            default -> Optional.of(frame);
        };
    }

    /** The real program, which knows of no second version, must not hear of it, or it would stop to write. */
    private static Optional<Input> heard(Face face, Input input) {
        return input instanceof Input.FrameReceived(LinkId link, Frame frame)
                ? heard(face.log, frame).map(told -> new Input.FrameReceived(link, told))
                : Optional.of(input);
    }

    private static Optional<Frame> heard(LogId log, Frame frame) {
        return switch (frame) {
            case ForkAlert alert when alert.proof().first().log().equals(log) -> Optional.empty();
            case HeadNotice notice -> Optional.of(without(log, notice));
            case Hello hello -> Optional.of(without(log, hello));
            default -> Optional.of(frame);
        };
    }

    private static HeadNotice without(LogId log, HeadNotice notice) {
        return new HeadNotice(
                without(log, notice.heads()),
                notice.riding().stream()
                        .filter(entries -> !entries.log().equals(log))
                        .toList());
    }

    private static List<SignedHead> without(LogId log, List<SignedHead> heads) {
        return heads.stream().filter(head -> !head.log().equals(log)).toList();
    }

    private static Hello without(LogId log, Hello hello) {
        return new Hello(
                hello.version(),
                hello.oldestVersion(),
                hello.software(),
                hello.capabilities(),
                hello.chain(),
                hello.circles(),
                without(log, hello.yourHeads()),
                hello.lineage(),
                hello.invitation(),
                hello.address(),
                hello.storeEpoch());
    }

    @Override
    public SignatureVerifier verifier(SignatureVerifier real) {
        return honest.verifier(real);
    }
}

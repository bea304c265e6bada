// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.gorizont.protocol.codec.LogCodec;
import org.gorizont.protocol.core.BundlePlan;
import org.gorizont.protocol.core.BundleTally;
import org.gorizont.protocol.core.Change;
import org.gorizont.protocol.core.Draft;
import org.gorizont.protocol.core.Effect;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.core.Outcome;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.crypto.SignatureVerifier;
import org.gorizont.protocol.crypto.SigningContext;
import org.gorizont.protocol.frame.CursorRequest;
import org.gorizont.protocol.frame.Entries;
import org.gorizont.protocol.frame.HeadNotice;
import org.gorizont.protocol.frame.ProofRequest;
import org.gorizont.protocol.frame.Want;
import org.gorizont.protocol.membership.ControlDrafts;
import org.gorizont.protocol.memory.MemoryLogStore;
import org.gorizont.protocol.merkle.CompactRange;
import org.gorizont.protocol.model.Body;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.Head;
import org.gorizont.protocol.model.Header;
import org.gorizont.protocol.model.IdentityChain;
import org.gorizont.protocol.model.Kind;
import org.gorizont.protocol.model.Link;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.PublicKey;
import org.gorizont.protocol.model.RecordId;
import org.gorizont.protocol.model.Retention;
import org.gorizont.protocol.model.Seal;
import org.gorizont.protocol.model.Signature;
import org.gorizont.protocol.model.Signed;
import org.gorizont.protocol.model.SignedHead;
import org.gorizont.protocol.model.Verb;
import org.gorizont.protocol.replica.Replica;
import org.gorizont.simulations.world.Build;
import org.gorizont.simulations.world.Core;
import org.gorizont.simulations.world.Machine;

/** Machines that are wrong on purpose, to see that the checkers can fail. */
final class PlantedBugs {
    private static final Channel UNUSED = new Channel(9);

    private PlantedBugs() {}

    /** After a power cut the disk is as it was when the machine was new. */
    static Build forgetfulDisk() {
        return new Build() {
            @Override
            public MemoryLogStore afterPowerCut(MemoryLogStore store) {
                return new MemoryLogStore(store.epoch());
            }
        };
    }

    /** Frames leave before the turn is on disk. */
    static Build impatientMachine() {
        return new Build() {
            @Override
            public Duration syncsLate() {
                return Duration.ofSeconds(3);
            }
        };
    }

    /** "Saved" is said, and nothing is written. */
    static Build emptyPromises() {
        return changed(effects -> effects.stream()
                .filter(effect -> !(effect instanceof Effect.Persist(List<Change> changes)
                        && changes.stream().anyMatch(Change.EntriesAdded.class::isInstance)
                        && effects.stream().anyMatch(Effect.Reply.class::isInstance)))
                .toList());
    }

    /** Nothing is ever asked for. */
    static Build neverAsks() {
        return changed(effects -> effects.stream()
                .filter(effect -> !(effect instanceof Effect.Send(var _, Want _)))
                .toList());
    }

    /** What others write into CONTROL logs is not heard, so members are not known. */
    static Build deafToAdmissions() {
        return new Build() {
            @Override
            public Core core(Machine machine, Replica replica) {
                return (input, now) -> {
                    boolean admission = input instanceof Input.FrameReceived(var _, Entries entries)
                            && entries.log().channel().equals(Channel.CONTROL);
                    return machine.number() == 1 && admission ? List.of() : replica.handle(input, now);
                };
            }
        };
    }

    /** What was decided is not heard. */
    static Build deafToCertificates() {
        return new Build() {
            @Override
            public Core core(Machine machine, Replica replica) {
                return (input, now) ->
                        machine.number() == 1 && carriesCertificate(input) ? List.of() : replica.handle(input, now);
            }
        };
    }

    private static boolean carriesCertificate(Input input) {
        if (!(input instanceof Input.FrameReceived(var _, var frame))) {
            return false;
        }
        List<Entries> carried = frame instanceof Entries entries
                ? List.of(entries)
                : frame instanceof HeadNotice notice ? notice.riding() : List.of();
        return carried.stream()
                .flatMap(entries -> entries.entries().stream())
                .flatMap(entry -> entry.header().stream())
                .anyMatch(header -> header.kind().equals(ControlDrafts.CERTIFICATE));
    }

    /** Who is out keeps it for itself: what it would show to others is not sent. */
    static Build leavesWithoutAWord() {
        return changed(effects -> effects.stream()
                .filter(effect -> !(effect instanceof Effect.Send(var _, HeadNotice notice)
                        && notice.heads().stream()
                                .anyMatch(head -> head.log().channel().equals(Channel.CONTROL))))
                .toList());
    }

    /** Every log goes to everybody who is connected. */
    static Build servesEverybody() {
        return new Build() {
            @Override
            public Core core(Machine machine, Replica replica) {
                return (input, now) -> with(replica.handle(input, now), toldBy(machine, input));
            }
        };
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

    /** Signatures are not looked at, and the last machine writes in the name of the first one. */
    static Build believesAnything() {
        return new Build() {
            @Override
            public SignatureVerifier verifier(SignatureVerifier real) {
                return new Gullible();
            }

            @Override
            public Core core(Machine machine, Replica replica) {
                return (input, now) -> with(replica.handle(input, now), forged(machine, input, now));
            }
        };
    }

    private static final class Gullible implements SignatureVerifier {
        @Override
        public boolean verify(PublicKey key, SigningContext context, Bytes content, Signature signature) {
            return true;
        }

        @Override
        public boolean isUsable(PublicKey key) {
            return true;
        }
    }

    private static List<Effect> forged(Machine machine, Input input, Instant now) {
        Optional<LogId> victim = machine.store().logs().stream()
                .map(LogState::log)
                .filter(log -> !log.school().equals(machine.id()))
                .findFirst();
        if (machine.number() != 1
                || victim.isEmpty()
                || !(input instanceof Input.FrameReceived(var link, CursorRequest _))) {
            return List.of();
        }
        LogId log = new LogId(victim.get().school(), UNUSED, victim.get().scope(), 0);
        Entry entry = entry(now);
        Head head = new Head(log, 1, CompactRange.empty().append(entry.hash()).root(), 0);
        SignedHead signed = new SignedHead(head, LogCodec.head(head), new Signature(Bytes.zeros(Signature.SIZE)));
        Entries riding = new Entries(log, 0, List.of(entry), signed, Optional.empty(), List.of());
        return List.of(new Effect.Send(link, new HeadNotice(List.of(signed), List.of(riding))));
    }

    private static Entry entry(Instant now) {
        Body body = new Body(Bytes.zeros(Body.SALT_SIZE), Bytes.zeros(1));
        Draft draft = new Draft(
                new Kind("note", 1, 0),
                new RecordId(Bytes.zeros(RecordId.SIZE)),
                Verb.PUT,
                Retention.LATEST,
                now,
                List.of(),
                Optional.of(body));
        Header header = new Header(
                Header.VERSION,
                draft.kind(),
                draft.record(),
                draft.verb(),
                draft.retention(),
                Optional.empty(),
                now.truncatedTo(java.time.temporal.ChronoUnit.MILLIS),
                List.of(),
                false,
                1,
                Optional.of(Hashing.commitment(body)));
        return LogCodec.entry(LogCodec.header(header), Optional.of(body));
    }

    /** A restored store counts as the newest one. */
    static Build believesItsBackup() {
        return new Build() {
            @Override
            public Core core(Machine machine, Replica replica) {
                return (input, now) -> replica.handle(unsuspecting(input), now);
            }
        };
    }

    private static Input unsuspecting(Input input) {
        return input instanceof Input.Started started
                ? new Input.Started(
                        started.startCounter(), started.token(), started.endpoints(), started.relays(), false)
                : input;
    }

    /** What is held beyond a seal, or beside it, stays on the disk. */
    static Build neverCuts() {
        return changed(effects -> changes(effects, change -> !(change instanceof Change.LogCut)));
    }

    /** Once two versions of a log were proven, the disk says so for ever. */
    static Build staysForked() {
        return changed(effects -> effects.stream()
                .map(effect -> effect instanceof Effect.Persist(List<Change> changes)
                        ? new Effect.Persist(
                                changes.stream().map(PlantedBugs::forkedForEver).toList())
                        : effect)
                .toList());
    }

    private static Change forkedForEver(Change change) {
        boolean ended = change instanceof Change.LogAdvanced(LogState state)
                && state.log().incarnation() == 0
                && state.log().channel().equals(Channel.CONTROL)
                && state.held() > 4;
        if (!ended) {
            return change;
        }
        LogState state = ((Change.LogAdvanced) change).state();
        return new Change.LogAdvanced(new LogState(
                state.log(), state.range(), state.head(), state.witnessed(), Optional.of(4L), state.arrival()));
    }

    /** A change of keys leaves the longer logs out, and the replica does not look. */
    static Build sealsLess() {
        return new Build() {
            @Override
            public List<Seal> seals(List<Seal> held) {
                return held.stream().filter(seal -> seal.size() < 3).toList();
            }

            @Override
            public Core core(Machine machine, Replica replica) {
                return (input, now) -> input instanceof Input.KeysChanged changed
                        ? taken(machine, changed)
                        : replica.handle(input, now);
            }
        };
    }

    private static List<Effect> taken(Machine machine, Input.KeysChanged input) {
        IdentityChain before = machine.chain();
        List<Signed<Link>> links = new ArrayList<>(before.links());
        links.add(input.link());
        IdentityChain after = new IdentityChain(before.school(), before.genesisBytes(), before.genesis(), links);
        return List.of(
                new Effect.Persist(List.of(new Change.ChainStored(after))),
                new Effect.Reply(input.request(), new Outcome.KeysChanged(after)));
    }

    /** Nobody is asked for a proof. */
    static Build neverAsksWhereVersionsPart() {
        return changed(effects -> effects.stream()
                .filter(effect -> !(effect instanceof Effect.Send(var _, ProofRequest _)))
                .toList());
    }

    private static List<Effect> changes(List<Effect> effects, Predicate<Change> kept) {
        return effects.stream()
                .map(effect -> effect instanceof Effect.Persist(List<Change> changes)
                        ? new Effect.Persist(changes.stream().filter(kept).toList())
                        : effect)
                .toList();
    }

    /** Signatures are not looked at. */
    static Build takesAnySignature() {
        return new Build() {
            @Override
            public SignatureVerifier verifier(SignatureVerifier real) {
                return new Gullible();
            }
        };
    }

    /** A bundle is put aside where it brings something known. */
    static Build stopsAtTheFirstKnownFrame() {
        return new Build() {
            @Override
            public Core core(Machine machine, Replica replica) {
                boolean[] aside = {false};
                return (input, now) -> {
                    if (input instanceof Input.BundleFrame(var request, var _) && aside[0]) {
                        return List.of(
                                new Effect.Reply(request, new Outcome.BundleTaken(BundleTally.NONE, Optional.empty())));
                    }
                    List<Effect> effects = replica.handle(input, now);
                    aside[0] = !(input instanceof Input.BundleOpened)
                            && (aside[0] || effects.stream().anyMatch(PlantedBugs::isKnown));
                    return effects;
                };
            }
        };
    }

    private static boolean isKnown(Effect effect) {
        return effect instanceof Effect.Reply(var _, Outcome.BundleTaken(var tally, var _))
                && tally.get(BundleTally.What.KNOWN) > 0;
    }

    /** Bundles have every log that is held. */
    static Build packsEverything() {
        return new Build() {
            @Override
            public Core core(Machine machine, Replica replica) {
                return (input, now) -> replica.handle(input, now).stream()
                        .map(effect -> full(effect, machine))
                        .toList();
            }
        };
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

    /** What is erased stays on the disk. */
    static Build keepsWhatIsErased() {
        return changed(effects -> changes(effects, change -> !(change instanceof Change.BodyErased)));
    }

    private static Build changed(UnaryOperator<List<Effect>> change) {
        return new Build() {
            @Override
            public Core core(Machine machine, Replica replica) {
                return (input, now) -> change.apply(replica.handle(input, now));
            }
        };
    }

    private static List<Effect> with(List<Effect> effects, List<Effect> more) {
        List<Effect> all = new ArrayList<>(effects);
        all.addAll(more);
        return all;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.checkers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gorizont.protocol.core.Change;
import org.gorizont.protocol.core.Effect;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.core.Outcome;
import org.gorizont.protocol.crypto.Ed25519Verifier;
import org.gorizont.protocol.crypto.SignatureVerifier;
import org.gorizont.protocol.crypto.SigningContext;
import org.gorizont.protocol.frame.Frame;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.PublicKey;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.SignedHead;
import org.gorizont.simulations.world.Machine;
import org.gorizont.simulations.world.Watch;
import org.gorizont.simulations.world.World;
import org.jspecify.annotations.Nullable;

/**
 * What must be true after every step:
 *
 * <ul>
 *   <li>P1: what was synced is there after any crash, and what was acknowledged was synced; what goes below a floor changes
 *       no record;
 *   <li>P2, P3: one content for each (log, seq) of an honest school once it is on some disk, and nobody holds an entry
 *       before its own school has it on disk;
 *   <li>every head that is held is signed by its owner, and its root is that of the entries held;
 *   <li>P4: a school whose writing is forbidden does not write;
 *   <li>P8: nothing of a log leaves for, or is held by, a school outside the log's circles;
 *   <li>P9: frames keep their limits;
 *   <li>I-gone: what is erased by an entry that is held is not held.
 * </ul>
 */
public final class Invariants implements Watch {
    private final Truth truth;
    private SignatureVerifier verifier = new Ed25519Verifier();
    private final List<Machine> machines = new ArrayList<>();
    private final Map<SchoolId, Machine> owners = new TreeMap<>();
    private final Map<LogId, Long> acknowledged = new TreeMap<>();
    private final Map<LogId, List<Hash>> contents = new TreeMap<>();
    private final Map<LogId, SortedMap<Long, Entry>> written = new TreeMap<>();
    /** By the number of the machine, here and below: a school may have two. */
    private final Map<Integer, Map<LogId, Long>> durable = new TreeMap<>();

    private final Map<Integer, Set<LogId>> behind = new TreeMap<>();
    private final Set<Integer> forked = new TreeSet<>();
    private final ErasedBodies erased = new ErasedBodies();

    /** @param world every machine of it is watched */
    public static void know(World world, Invariants invariants) {
        invariants.verifier = world.honestVerifier();
        invariants.machines.addAll(world.machines());
        world.machines().forEach(machine -> invariants.owners.put(machine.id(), machine));
    }

    public Invariants(Truth truth) {
        this.truth = truth;
    }

    @Override
    public void started(Machine machine) {
        if (truth.hasOldDisk(machine.id())) {
            durable.remove(machine.number());
        }
        durable.getOrDefault(machine.number(), Map.of()).forEach((log, size) -> {
            long held = machine.store().log(log).map(LogState::held).orElse(0L);
            if (held < size || !holdsAll(machine, log, size)) {
                throw broken("P1", machine, "had " + size + " entries of " + log + " on disk, now " + held);
            }
        });
        behind.remove(machine.number());
        forked.remove(machine.number());
        machine.store().logs().forEach(state -> noteForbidden(machine, state));
    }

    private boolean holdsAll(Machine machine, LogId log, long size) {
        return truth.isRestored(log.school())
                || machine.store()
                        .log(log)
                        .filter(state -> state.floor() >= size)
                        .isPresent()
                || machine.store()
                        .entry(log, size - 1)
                        .map(Entry::hash)
                        .filter(contents.getOrDefault(log, List.of()).get((int) size - 1)::equals)
                        .isPresent();
    }

    @Override
    public void synced(Machine machine, List<Change> changes) {
        for (Change change : changes) {
            if (change instanceof Change.LogAdvanced(LogState state)) {
                head(machine, state);
            }
        }
        for (Change change : changes) {
            if (change instanceof Change.EntriesAdded added) {
                added(machine, added);
            } else if (change instanceof Change.LogAdvanced(LogState state)) {
                noteForbidden(machine, state);
            } else if (change instanceof Change.LogCut(LogState state)) {
                cut(machine, state);
            } else if (change instanceof Change.FloorRaised raised) {
                raised(machine, raised);
            }
        }
        erased.held(machine.store(), changes).ifPresent(what -> {
            throw broken("I-gone", machine, what);
        });
    }

    private void added(Machine machine, Change.EntriesAdded added) {
        LogId log = added.log();
        boolean own = log.school().equals(machine.id());
        boolean written = own && log.incarnation() == machine.chain().epoch();
        if (written && isForbidden(machine.number()) && !isFetched(machine, added)) {
            throw broken("P4", machine, "writes " + log + " although that is forbidden");
        }
        if (!truth.mayHave(log, machine.id())) {
            throw broken("P8", machine, "holds " + log + ", which is not for it");
        }
        durable.computeIfAbsent(machine.number(), _ -> new TreeMap<>())
                .merge(log, added.start() + added.entries().size(), Math::max);
        if (!truth.isRestored(log.school())) {
            compare(machine, added, own);
        }
    }

    /** What goes does not matter: without it the same stands of every record. */
    private void raised(Machine machine, Change.FloorRaised raised) {
        LogId log = raised.log();
        if (truth.isRestored(log.school())) {
            return;
        }
        long held = machine.store().log(log).map(LogState::held).orElse(0L);
        SortedMap<Long, Entry> left = machine.store().headers(log, raised.to(), Integer.MAX_VALUE);
        SortedMap<Long, Entry> all = written.getOrDefault(log, new TreeMap<>()).headMap(held);
        if (!Standing.of(left).equals(Standing.of(all))) {
            throw broken("P1", machine, "leaves behind what stands in " + log + " below " + raised.to());
        }
    }

    private void compare(Machine machine, Change.EntriesAdded added, boolean own) {
        List<Hash> known = contents.computeIfAbsent(added.log(), _ -> new ArrayList<>());
        long seq = added.start();
        for (Entry entry : added.entries()) {
            if (seq < known.size()) {
                if (!known.get((int) seq).equals(entry.hash())) {
                    throw broken("P2", machine, "holds another content of " + added.log() + " at " + seq);
                }
            } else if (own && seq == known.size()) {
                known.add(entry.hash());
                written.computeIfAbsent(added.log(), _ -> new TreeMap<>()).put(seq, entry.withoutBody());
            } else {
                throw broken("P2", machine, "holds " + added.log() + " at " + seq + ", its school does not");
            }
            seq++;
        }
    }

    private void head(Machine machine, LogState state) {
        Optional<SignedHead> head = state.head();
        if (head.isEmpty()) {
            return;
        }
        PublicKey key = key(state.log());
        SignedHead signed = head.get();
        if (key == null || !verifier.verify(key, SigningContext.HEAD, signed.exact(), signed.signature())) {
            throw broken("P3", machine, "holds a head of " + state.log() + " that its school did not sign");
        }
        if (signed.size() == state.held() && !signed.root().equals(state.range().root())) {
            throw broken("P3", machine, "holds entries of " + state.log() + " that are not under their head");
        }
    }

    private @Nullable PublicKey key(LogId log) {
        Machine owner = owners.get(log.school());
        return owner == null
                ? null
                : owner.store()
                        .chain(log.school())
                        .orElse(owner.chain())
                        .signingKey(log.incarnation())
                        .orElse(null);
    }

    /** What was not sealed goes; of its own, a school has sealed all that it has called saved. */
    private void cut(Machine machine, LogState state) {
        Map<LogId, Long> held = durable.getOrDefault(machine.number(), new TreeMap<>());
        held.computeIfPresent(state.log(), (_, size) -> Math.min(size, state.held()));
        boolean own = state.log().school().equals(machine.id());
        if (own && state.held() < acknowledged.getOrDefault(state.log(), 0L)) {
            throw broken("P1", machine, "gives up entries of " + state.log() + " that it has called saved");
        }
    }

    private void noteForbidden(Machine machine, LogState state) {
        boolean written = state.log().school().equals(machine.id())
                && state.log().incarnation() == machine.chain().epoch();
        if (!written) {
            return;
        }
        if (state.forkedAt().isPresent()) {
            forked.add(machine.number());
        }
        Set<LogId> logs = behind.computeIfAbsent(machine.number(), _ -> new TreeSet<>());
        if (state.known() > state.held()) {
            logs.add(state.log());
        } else {
            logs.remove(state.log());
        }
    }

    private boolean isForbidden(int machine) {
        return forked.contains(machine)
                || !behind.getOrDefault(machine, new TreeSet<>()).isEmpty();
    }

    /** Also while it may not write, a school takes in what it has signed before, from others who hold it. */
    private boolean isFetched(Machine machine, Change.EntriesAdded added) {
        return machines.stream()
                .filter(other -> !other.equals(machine))
                .anyMatch(other ->
                        other
                                .store()
                                .headers(
                                        added.log(),
                                        added.start(),
                                        added.entries().size())
                                .values()
                                .stream()
                                .map(Entry::hash)
                                .toList()
                                .equals(added.entries().stream()
                                        .map(Entry::hash)
                                        .toList()));
    }

    @Override
    public void replied(Machine machine, Effect.Reply reply) {
        if (reply.outcome() instanceof Outcome.Saved(LogId log, var _, long to)) {
            long size = durable.getOrDefault(machine.number(), Map.of()).getOrDefault(log, 0L);
            if (size < to) {
                throw broken("P1", machine, "said that " + to + " entries of " + log + " are saved, not " + size);
            }
            acknowledged.merge(log, to, Math::max);
        }
    }

    @Override
    public void sends(Machine from, Machine to, Frame frame, int bytes) {
        FrameSizes.check(frame, bytes);
        LogsIn.frame(frame)
                .filter(log -> !truth.mayHave(log, to.id()))
                .findFirst()
                .ifPresent(log -> {
                    String kind = frame.getClass().getSimpleName();
                    throw broken("P8", from, "tells node-" + to.number() + " of " + log + " (" + kind + ")");
                });
    }

    private static BrokenPromise broken(String promise, Machine machine, String what) {
        return new BrokenPromise(promise, "node-" + machine.number() + " " + what);
    }
}

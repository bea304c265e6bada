// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.gorizont.protocol.codec.Malformed;
import org.gorizont.protocol.codec.VoteCodec;
import org.gorizont.protocol.core.Draft;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.core.LogStore;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.log.StoredTree;
import org.gorizont.protocol.membership.ControlDrafts;
import org.gorizont.protocol.memory.Planting;
import org.gorizont.protocol.merkle.Proofs;
import org.gorizont.protocol.model.Action;
import org.gorizont.protocol.model.Ballot;
import org.gorizont.protocol.model.BallotProof;
import org.gorizont.protocol.model.Body;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Certificate;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.Fraction;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.Proposal;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Scope;
import org.gorizont.protocol.model.SignedHead;
import org.gorizont.protocol.model.Sponsorship;
import org.gorizont.protocol.model.Terms;
import org.gorizont.simulations.world.Machine;
import org.gorizont.simulations.world.World;

/**
 * Members of a circle who act together: they ask old electorates and the present one for what would help them, all say
 * yes, show the yes of both versions of their logs as certificates, and admit crowds of schools that do not exist.
 */
final class Plot {
    private static final int CROWD = 12;
    private static final Duration CERTIFIED_AFTER = Duration.ofSeconds(20);

    private final World world;
    private final CircleId circle;
    private final List<Machine> colluders;
    private final List<Machine> honest;
    private final TwoFaced build;
    private final SplittableRandom luck;
    private final Map<Machine, TwoFaced.Face> faces = new LinkedHashMap<>();

    Plot(
            World world,
            CircleId circle,
            List<Machine> colluders,
            List<Machine> honest,
            TwoFaced build,
            SplittableRandom luck) {
        this.world = world;
        this.circle = circle;
        this.colluders = colluders;
        this.honest = honest;
        this.build = build;
        this.luck = luck;
    }

    /** From now on some of them show some schools another version of what they have said. */
    void begin() {
        for (Machine colluder : colluders) {
            Predicate<SchoolId> fooled = fooled();
            if (luck.nextInt(4) > 0) {
                TwoFaced.Face face = new TwoFaced.Face(log(colluder), colluder.backup(), fooled);
                faces.put(colluder, face);
                say(colluder, sponsorship(nobody()), 1);
                build.put(colluder, face);
            }
        }
    }

    private Predicate<SchoolId> fooled() {
        TreeSet<SchoolId> schools = new TreeSet<>();
        honest.stream().filter(_ -> luck.nextBoolean()).forEach(machine -> schools.add(machine.id()));
        return schools::contains;
    }

    private LogId log(Machine colluder) {
        return new LogId(colluder.id(), Channel.CONTROL, Scope.of(circle), 0);
    }

    /** All of them ask one of these electorates for the same, and certify it with what they have. */
    void ask(List<Hash> electorates) {
        Hash electorate = electorates.get(luck.nextInt(electorates.size()));
        Proposal proposal = new Proposal(circle, electorate, wish(), bytes(Proposal.NONCE_SIZE));
        Bytes exact = VoteCodec.proposal(proposal);
        for (Machine colluder : colluders) {
            say(colluder, ControlDrafts.proposal(proposal, salt(), world.now()), luck.nextInt(3));
            vote(colluder, Hashing.proposal(exact), true, luck.nextInt(3));
        }
        world.later(CERTIFIED_AFTER, () -> certify(exact));
    }

    /** One of them answers a proposal of the others, perhaps in each version in another way. */
    void answer(Hash proposal) {
        Machine colluder = colluders.get(luck.nextInt(colluders.size()));
        vote(colluder, proposal, luck.nextBoolean(), 0);
        vote(colluder, proposal, luck.nextBoolean(), 1);
    }

    /** All of them admit schools of which nobody has ever heard. */
    void flood() {
        List<SchoolId> crowd = new ArrayList<>();
        for (int i = 0; i < CROWD; i++) {
            crowd.add(nobody());
        }
        for (Machine colluder : colluders) {
            int where = luck.nextInt(3);
            crowd.forEach(school -> say(colluder, sponsorship(school), where));
        }
    }

    private Draft sponsorship(SchoolId school) {
        return ControlDrafts.sponsorship(Sponsorship.first(circle, school), salt(), world.now());
    }

    private Action wish() {
        SchoolId victim = honest.get(luck.nextInt(honest.size())).id();
        TreeSet<SchoolId> ours = new TreeSet<>();
        colluders.forEach(machine -> ours.add(machine.id()));
        return switch (luck.nextInt(4)) {
            case 0 -> new Action.RemoveSchool(victim, List.of());
            case 1 -> new Action.NameSuccessor(victim, nobody(), List.of());
            case 2 -> new Action.SealElectorate(List.copyOf(ours));
            default -> new Action.AmendCharter(new Terms("ours", 1, Fraction.HALF, Fraction.HALF, 1));
        };
    }

    private void certify(Bytes proposal) {
        List<BallotProof> ballots = new ArrayList<>();
        for (Machine colluder : colluders) {
            ballot(colluder.store(), log(colluder), proposal).ifPresent(ballots::add);
            Optional.ofNullable(faces.get(colluder))
                    .flatMap(face -> ballot(face.store(), face.log(), proposal))
                    .ifPresent(ballots::add);
        }
        Collections.shuffle(ballots, luck);
        for (Machine colluder : colluders) {
            ControlDrafts.certificate(new Certificate(proposal, ballots), log(colluder), 0, world.now())
                    .filter(drafts -> drafts.size() == 1)
                    .ifPresent(drafts -> say(colluder, drafts.getFirst(), luck.nextInt(3)));
        }
    }

    private Optional<BallotProof> ballot(LogStore store, LogId log, Bytes proposal) {
        return store.log(log)
                .flatMap(LogState::head)
                .flatMap(head -> LongStream.range(0, head.size())
                        .filter(seq -> isYes(store.entry(log, seq), Hashing.proposal(proposal)))
                        .mapToObj(seq -> ballot(store, head, seq))
                        .findFirst());
    }

    private static BallotProof ballot(LogStore store, SignedHead head, long seq) {
        Entry entry = store.entry(head.log(), seq).orElseThrow();
        List<Hash> path = Proofs.inclusion(seq, head.size(), StoredTree.of(head.log(), store))
                .hashes();
        return new BallotProof(head, seq, entry.headerBytes(), entry.body().orElseThrow(), path);
    }

    private boolean isYes(Optional<Entry> entry, Hash proposal) {
        Optional<Body> body = entry.flatMap(Entry::body);
        try {
            return body.isPresent()
                    && VoteCodec.ballot(body.get().content()).equals(new Ballot(circle, proposal, true));
        } catch (Malformed _) {
            return false;
        }
    }

    private void vote(Machine colluder, Hash proposal, boolean yes, int where) {
        say(colluder, ControlDrafts.ballot(new Ballot(circle, proposal, yes), salt(), world.now()), where);
    }

    /** @param where in the first version, in the second, or in both */
    private void say(Machine colluder, Draft draft, int where) {
        TwoFaced.Face face = faces.get(colluder);
        if (face != null && where > 0) {
            Planting.append(face.store(), face.log(), List.of(Planting.entry(draft)), colluder.signer(0));
            face.store().sync();
        }
        if (face == null || where != 1) {
            Scope scope = Scope.of(circle);
            colluder.ask(request -> new Input.Published(request, Channel.CONTROL, scope, List.of(draft)), _ -> {});
        }
    }

    private SchoolId nobody() {
        return new SchoolId(new Hash(bytes(Hash.SIZE)));
    }

    private Bytes salt() {
        return bytes(Body.SALT_SIZE);
    }

    private Bytes bytes(int size) {
        byte[] bytes = new byte[size];
        luck.nextBytes(bytes);
        return Bytes.wrap(bytes);
    }
}

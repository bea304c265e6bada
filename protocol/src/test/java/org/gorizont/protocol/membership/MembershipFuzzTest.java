// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.membership;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gorizont.protocol.actors.Actor;
import org.gorizont.protocol.actors.Entries;
import org.gorizont.protocol.core.Draft;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.crypto.Ed25519Verifier;
import org.gorizont.protocol.model.Action;
import org.gorizont.protocol.model.Body;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.Kind;
import org.gorizont.protocol.model.Leave;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.RecordId;
import org.gorizont.protocol.model.Retention;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Sponsorship;
import org.gorizont.protocol.model.Terms;
import org.gorizont.protocol.model.Verb;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * P9: members may write what they like into their CONTROL logs; the fold neither breaks nor asks what came first. The bytes are
 * entries, one after another: who writes, which kind, two bytes of length, the body. How to search for worse:
 * {@code ReadersFuzzTest} of the codec.
 */
class MembershipFuzzTest {
    private static final List<Actor> ACTORS =
            IntStream.range(0, 5).mapToObj(i -> Actor.named("fuzzed " + i)).toList();
    private static final List<Kind> KINDS = List.of(
            ControlDrafts.CHARTER,
            ControlDrafts.SPONSORSHIP,
            ControlDrafts.LEAVE,
            ControlDrafts.PROPOSAL,
            ControlDrafts.BALLOT,
            ControlDrafts.CERTIFICATE,
            ControlDrafts.CERTIFICATE_PART);

    private record Held(LogId log, long seq, Entry entry) {}

    /** What people would see. */
    private record State(SortedSet<SchoolId> members, Terms terms, List<Decided> decided, List<OpenProposal> open) {}

    private static Voters voters() {
        return new Voters(ACTORS.subList(0, 3), ACTORS.subList(3, ACTORS.size()));
    }

    /** A life of a circle with everything in it, whole and cut off. */
    static Stream<byte[]> lives() {
        Voters voters = voters();
        Actor founder = ACTORS.getFirst();
        Actor newcomer = ACTORS.getLast();
        voters.write(
                founder,
                ControlDrafts.sponsorship(
                        new Sponsorship(voters.circle.id(), newcomer.id(), 0), Entries.SALT, Entries.MORNING));
        var removal = voters.proposal(
                voters.circle.id().hash(), new Action.RemoveSchool(ACTORS.get(1).id(), List.of()));
        voters.write(founder, ControlDrafts.proposal(removal, Entries.SALT, Entries.MORNING));
        voters.decide(removal, founder, ACTORS.get(2));
        voters.write(newcomer, ControlDrafts.leave(new Leave(voters.circle.id(), 1), Entries.SALT, Entries.MORNING));
        byte[] whole = bytes(voters);
        return Stream.of(whole, Arrays.copyOf(whole, whole.length - 7));
    }

    @MethodSource("lives")
    @FuzzTest
    void whateverMembersWriteGivesOneState(byte[] bytes) {
        Voters voters = voters();
        List<Held> entries = entries(voters, bytes);

        assertEquals(fold(voters, entries), fold(voters, entries.reversed()));
    }

    @Test
    void theFirstLifeHasADecisionInIt() {
        Voters voters = voters();
        State state = fold(voters, entries(voters, lives().findFirst().orElseThrow()));

        assertEquals(1, state.decided().size());
        assertFalse(state.members().contains(ACTORS.get(1).id()));
    }

    private static State fold(Voters voters, List<Held> entries) {
        Membership membership = new Membership(voters::chain, new Ed25519Verifier());
        membership.addCharter(voters.circle.id(), voters.circle.charter());
        entries.forEach(held -> membership.fold(held.log(), held.seq(), held.entry()));
        membership.join((log, seq) -> entries.stream()
                .filter(held -> held.log().equals(log) && held.seq() == seq)
                .map(Held::entry)
                .findFirst());
        return new State(
                membership.members(voters.circle.id()),
                membership.terms(voters.circle.id()),
                membership.decided(voters.circle.id()),
                membership.proposals(voters.circle.id()));
    }

    private static List<Held> entries(Voters voters, byte[] bytes) {
        List<Held> entries = new ArrayList<>();
        voters.logs().forEach((log, founding) -> {
            for (int seq = 0; seq < founding.size(); seq++) {
                entries.add(new Held(log, seq, founding.get(seq)));
            }
        });
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.remaining() >= 4) {
            Actor writer = ACTORS.get(Math.floorMod(rest.get(), ACTORS.size()));
            Kind kind = KINDS.get(Math.floorMod(rest.get(), KINDS.size()));
            byte[] content =
                    new byte[Math.min(rest.getShort() & 0xffff, Math.min(rest.remaining(), Limits.BODY_BYTES))];
            rest.get(content);
            long seq = voters.write(writer, draft(kind, Bytes.wrap(content)));
            LogId log = voters.control(writer);
            entries.add(new Held(log, seq, voters.entry(log, seq).orElseThrow()));
        }
        return entries;
    }

    private static Draft draft(Kind kind, Bytes content) {
        return new Draft(
                kind,
                new RecordId(Bytes.zeros(RecordId.SIZE)),
                Verb.PUT,
                Retention.HISTORY,
                Entries.MORNING,
                List.of(),
                Optional.of(new Body(Entries.SALT, content)));
    }

    private static byte[] bytes(Voters voters) {
        ByteBuffer all = ByteBuffer.allocate(Limits.FRAME_BYTES);
        for (int i = 0; i < ACTORS.size(); i++) {
            for (Entry entry : voters.entries(voters.control(ACTORS.get(i)))) {
                byte[] content = entry.body().orElseThrow().content().toArray();
                int kind = KINDS.indexOf(entry.header().orElseThrow().kind());
                all.put((byte) i)
                        .put((byte) kind)
                        .putShort((short) content.length)
                        .put(content);
            }
        }
        byte[] whole = new byte[all.position()];
        all.flip().get(whole);
        return whole;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.readmodel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.codec.RecordCodec;
import org.gorizont.protocol.domain.Kinds;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Verb;
import org.junit.jupiter.api.Test;

final class RecordStateTest {
    private static final SchoolId ALICE = HeldEntries.school("alice");
    private static final RecordVersion FIRST = version(0, 1, Verb.PUT, practice("Первая"));
    private static final RecordVersion SECOND = version(0, 5, Verb.REPLACE, practice("Вторая"));
    private static final RecordVersion VOID = version(0, 6, Verb.REPLACE, Optional.of(Bytes.ofHex("ff")));
    private static final RecordVersion WITHDRAWN = version(0, 7, Verb.WITHDRAW, Optional.empty());
    private static final RecordVersion NEW_KEY = version(1, 0, Verb.PUT, practice("С новым ключом"));
    private static final RecordVersion BODILESS = version(1, 3, Verb.REPLACE, Optional.empty());

    @Test
    void anyOrderOfArrivalEndsInTheSameState() {
        List<RecordVersion> all = List.of(FIRST, SECOND, VOID, WITHDRAWN, NEW_KEY, BODILESS);
        RecordState expected = fold(all);

        assertEquals(Optional.of(NEW_KEY), expected.current());
        assertEquals(List.of(BODILESS), expected.awaited());
        for (List<RecordVersion> order : permutations(all)) {
            assertEquals(expected, fold(order));
        }
    }

    @Test
    void voidVersionHasNoEffect() {
        assertEquals(Optional.of(FIRST), fold(List.of(VOID, FIRST)).shown());
    }

    @Test
    void withdrawnRecordIsNotShownAndOlderVersionsDoNotBringItBack() {
        assertTrue(fold(List.of(FIRST, WITHDRAWN, SECOND)).face().isEmpty());
    }

    @Test
    void keepsShowingTheOldVersionUntilTheBodyOfTheNewOneIsHere() {
        RecordState waiting = fold(List.of(NEW_KEY, BODILESS));
        RecordVersion whole = version(1, 3, Verb.REPLACE, practice("Дошла"));

        assertEquals(Optional.of(NEW_KEY), waiting.shown());
        assertEquals(new RecordState(Optional.of(whole), List.of()), waiting.with(whole));
    }

    @Test
    void bodyThatTurnsOutVoidIsAwaitedNoLonger() {
        RecordState waiting = fold(List.of(FIRST, version(0, 6, Verb.REPLACE, Optional.empty())));

        assertEquals(new RecordState(Optional.of(FIRST), List.of()), waiting.with(VOID));
    }

    @Test
    void aVersionThatIsStatedAgainStandsWhereItWasStatedLast() {
        RecordVersion again = again(FIRST, 20, FIRST.content());
        RecordVersion bodiless = again(FIRST, 20, Optional.empty());

        assertEquals(Optional.of(again), fold(List.of(FIRST, again)).current());
        assertEquals(Optional.of(again), fold(List.of(again, FIRST)).current());
        assertEquals(Optional.of(again), fold(List.of(FIRST, bodiless)).current());
        assertEquals(Optional.of(again), fold(List.of(bodiless, again)).current());
        assertEquals(Optional.of(SECOND), fold(List.of(FIRST, SECOND, again)).current());
    }

    private static RecordVersion again(RecordVersion version, long seq, Optional<Bytes> content) {
        return new RecordVersion(
                version.log(),
                seq,
                version.key(),
                version.order(),
                version.kind(),
                version.verb(),
                version.claimedAt(),
                content);
    }

    private static RecordState fold(List<RecordVersion> versions) {
        RecordState state = RecordState.UNKNOWN;
        for (RecordVersion version : versions) {
            state = state.with(version);
        }
        return state;
    }

    private static RecordVersion version(int incarnation, long seq, Verb verb, Optional<Bytes> content) {
        LogId log = HeldEntries.log(ALICE, Kinds.PRACTICE, incarnation);
        RecordKey key = RecordKey.of(log, HeldEntries.record("practice"));
        VersionOrder order = new VersionOrder(incarnation, seq);
        return new RecordVersion(log, seq, key, order, Kinds.PRACTICE, verb, HeldEntries.MONDAY, content);
    }

    private static Optional<Bytes> practice(String title) {
        return Optional.of(RecordCodec.encode(SampleCards.practice(title, "chemistry", 7, 9)));
    }

    private static List<List<RecordVersion>> permutations(List<RecordVersion> versions) {
        if (versions.isEmpty()) {
            return List.of(List.of());
        }
        List<List<RecordVersion>> all = new ArrayList<>();
        for (RecordVersion first : versions) {
            List<RecordVersion> rest = new ArrayList<>(versions);
            rest.remove(first);
            for (List<RecordVersion> tail : permutations(rest)) {
                List<RecordVersion> permutation = new ArrayList<>(List.of(first));
                permutation.addAll(tail);
                all.add(permutation);
            }
        }
        return all;
    }
}

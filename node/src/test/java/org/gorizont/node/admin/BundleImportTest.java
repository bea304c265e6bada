// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.gorizont.node.readmodel.HeldEntries;
import org.gorizont.protocol.bundle.BundleWriter;
import org.gorizont.protocol.core.BundleTally;
import org.gorizont.protocol.core.BundleTally.What;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.core.Outcome;
import org.gorizont.protocol.core.Refusal;
import org.gorizont.protocol.core.RequestId;
import org.gorizont.protocol.domain.Kinds;
import org.gorizont.protocol.frame.BundleHeader;
import org.gorizont.protocol.frame.Charters;
import org.gorizont.protocol.frame.Frame;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.wire.v1.AdminWire.ImportBundleAnswer;
import org.junit.jupiter.api.Test;

final class BundleImportTest {
    private static final SchoolId ALICE = HeldEntries.school("alice");
    private static final LogId LOG = HeldEntries.log(ALICE, Kinds.RESOURCE, 0);

    private final List<Input> inputs = new ArrayList<>();
    private final Deque<CompletableFuture<Outcome>> open = new ArrayDeque<>();
    private Function<Input, Outcome> answers = _ -> taken(What.NEW, 2);
    private boolean late;

    private CompletionStage<Outcome> loop(Function<RequestId, Input> question) {
        Input input = question.apply(new RequestId(inputs.size()));
        inputs.add(input);
        if (!late || input instanceof Input.BundleOpened) {
            return CompletableFuture.completedFuture(answers.apply(input));
        }
        CompletableFuture<Outcome> answer = new CompletableFuture<>();
        open.add(answer);
        return answer;
    }

    private BundleImport bundle() {
        return new BundleImport(this::loop, _ -> "Школа");
    }

    private static Outcome taken(What what, long count) {
        return new Outcome.BundleTaken(BundleTally.of(what, count), Optional.of(LOG));
    }

    private static Bytes file(int frames) {
        BundleHeader header = new BundleHeader(
                ALICE, List.of(new BundleHeader.Circle(CircleId.ofHex("00".repeat(32)), "Круг")), Optional.empty(), 1);
        Frame frame = new Charters(List.of(Bytes.zeros(100)), 0);
        Bytes file = Bytes.empty();
        var writer = new BundleWriter(header, Collections.nCopies(frames, frame).iterator());
        while (writer.hasNext()) {
            file = file.plus(writer.next().bytes());
        }
        return file;
    }

    private static long count(ImportBundleAnswer answer, What what) {
        return answer.getCountsList().stream()
                .filter(count -> count.getWhat().equals(what.name()))
                .mapToLong(count -> count.getCount())
                .sum();
    }

    @Test
    void countsWhatBecameOfEachFrame() throws Exception {
        BundleImport bundle = bundle();

        assertTrue(bundle.take(file(3)));
        ImportBundleAnswer answer = bundle.finish();

        // The header is answered as a frame is.
        assertEquals(8, count(answer, What.NEW));
        assertEquals(1, answer.getLogs());
        assertTrue(answer.getComplete());
        assertEquals("", answer.getFlaw());
    }

    @Test
    void b02WhatStandsBeforeTheTornEndIsTakenIn() throws Exception {
        BundleImport bundle = bundle();
        Bytes file = file(3);

        bundle.take(file.slice(0, file.size() - 30));
        ImportBundleAnswer answer = bundle.finish();

        assertEquals("TORN", answer.getFlaw());
        assertFalse(answer.getComplete());
        assertEquals(6, count(answer, What.NEW));
    }

    @Test
    void b04AForeignBundleIsReadNoFurther() throws Exception {
        answers = _ -> new Outcome.Refused(Refusal.FOREIGN_BUNDLE, "Чужая");
        BundleImport bundle = bundle();

        assertFalse(bundle.take(file(3)));

        assertEquals(1, inputs.size());
        assertEquals("FOREIGN_BUNDLE", bundle.finish().getRefused().getCode());
    }

    @Test
    void schoolsOfWhichSomethingEarlierIsMissingAreNamed() throws Exception {
        answers = _ -> taken(What.EARLY, 5);
        BundleImport bundle = bundle();
        bundle.take(file(1));

        ImportBundleAnswer answer = bundle.finish();

        assertEquals(1, answer.getMissingCount());
        assertEquals("Школа", answer.getMissing(0).getName());
        assertEquals(0, answer.getLogs());
    }

    @Test
    void theSixteenthOffenceIsTheLast() throws Exception {
        answers = input -> taken(input instanceof Input.BundleFrame ? What.REFUSED : What.KNOWN, 1);
        BundleImport patient = bundle();
        assertTrue(patient.take(file(Limits.OFFENCES - 1)));
        assertEquals("", patient.finish().getFlaw());
        inputs.clear();

        BundleImport bundle = bundle();
        bundle.take(file(100));

        assertEquals("OFFENCES", bundle.finish().getFlaw());
        assertTrue(inputs.size() < 30, "what is ahead is handled, the rest is not read");
    }

    @Test
    void b01OnlySoManyFramesAreAheadOfTheirAnswers() throws Exception {
        late = true;
        BundleImport bundle = bundle();
        Bytes file = file(30);
        Thread reading = Thread.startVirtualThread(() -> {
            try {
                bundle.take(file);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
        org.awaitility.Awaitility.await().until(() -> reading.getState() == Thread.State.TIMED_WAITING);

        assertEquals(1 + 8, inputs.size());
        while (reading.isAlive()) {
            CompletableFuture<Outcome> next = open.poll();
            if (next != null) {
                next.complete(taken(What.NEW, 1));
            }
        }
    }
}

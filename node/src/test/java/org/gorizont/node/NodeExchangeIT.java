// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.gorizont.protocol.wire.v1.AdminWire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole nodes in one process: real TLS, real disk, the admin port. */
final class NodeExchangeIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String SECRET = "qvxjzkwpfbhd";

    @TempDir
    private Path folder;

    @Test
    void twoSchoolsJoinExchangeCatchUpAfterANightOffAndErase() throws Exception {
        try (LivingNode alice = LivingNode.born(folder.resolve("alice"));
                LivingNode bob = LivingNode.born(folder.resolve("bob"))) {
            bob.join(alice.invite(alice.found()));
            publish(alice, 300);
            await().atMost(PATIENCE).until(() -> bob.status().getHeldEntries() >= 302);

            bob.stop();
            publish(alice, 2_000);
            bob.start();

            await().atMost(PATIENCE).until(() -> bob.status().getHeldEntries() >= 2_302);
            await().atMost(PATIENCE)
                    .until(() -> alice.admin()
                                    .receipts(AdminWire.ReceiptsRequest.getDefaultInstance())
                                    .getLogsList()
                                    .size()
                            > 0);
            assertEquals(2, alice.status().getCircles(0).getMembersCount());
            erasesInEveryFile(alice, bob);
            assertTrue(alice.complaints().isEmpty() && bob.complaints().isEmpty());
        }
    }

    /** A word that nobody else has said is, after a while, in no file of the store, the read models and the index. */
    private void erasesInEveryFile(LivingNode alice, LivingNode bob) throws Exception {
        ByteString record = ByteString.copyFrom(LivingNode.random(16).toArray());
        publish(alice, List.of(draft(record, ExamplePractice.titled(SECRET))));
        for (LivingNode node : List.of(alice, bob)) {
            await().atMost(PATIENCE).until(() -> found(node) == 1);
        }
        for (String place : List.of("alice/store", "alice/readmodel", "bob/store", "bob/readmodel", "bob/index")) {
            assertTrue(tells(place), "the test itself must find the word in " + place);
        }

        assertTrue(alice.admin().erase(erase(record)).getKnown());

        for (LivingNode node : List.of(alice, bob)) {
            await().atMost(PATIENCE).until(() -> found(node) == 0);
        }
        await().atMost(PATIENCE).until(() -> !tells("alice") && !tells("bob"));
        await().atMost(PATIENCE).until(() -> erasure(alice).getConfirmedCount() == 1);
        assertEquals(0, erasure(alice).getAwaitedCount());
        assertTrue(alice.admin().erase(erase(record)).getBefore());
        assertFalse(
                bob.admin().erase(erase(record)).getKnown(), "what is another school's is for that school to erase");
        assertEquals(410, page(bob, alice, record));
    }

    private static AdminWire.EraseRequest erase(ByteString record) {
        return AdminWire.EraseRequest.newBuilder().setRecord(record).build();
    }

    private static AdminWire.Erasure erasure(LivingNode node) throws Exception {
        return node.admin()
                .erasures(AdminWire.ErasuresRequest.getDefaultInstance())
                .getErasures(0);
    }

    private static int found(LivingNode node) throws Exception {
        return node.admin()
                .search(AdminWire.SearchRequest.newBuilder()
                        .setWords(SECRET)
                        .setAtMost(5)
                        .build())
                .getHitsCount();
    }

    private static int page(LivingNode reader, LivingNode owner, ByteString record) throws Exception {
        String path = "/practices/"
                + HexFormat.of().formatHex(owner.status().getSelf().toByteArray()) + "/"
                + HexFormat.of().formatHex(record.toByteArray());
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(reader.status().getWebUrl()).resolve(path))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }

    /** Whether any file below this place has the word, as it is or in small letters. */
    private boolean tells(String place) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve(place))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (text(file).contains(SECRET)) {
                    return true;
                }
            }
            return false;
        } catch (UncheckedIOException _) {
            // A file has gone while the folder was read: look again.
            return true;
        }
    }

    private static String text(Path file) throws IOException {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException _) {
            return "";
        }
    }

    private static void publish(LivingNode node, int records) throws Exception {
        List<AdminWire.RecordDraft> drafts = new ArrayList<>();
        for (int i = 0; i < records; i++) {
            drafts.add(draft(ByteString.copyFrom(LivingNode.random(16).toArray()), ExamplePractice.body(i)));
        }
        publish(node, drafts);
    }

    private static AdminWire.RecordDraft draft(ByteString record, ByteString body) {
        return AdminWire.RecordDraft.newBuilder()
                .setKind("practice")
                .setKindMajor(1)
                .setRecord(record)
                .setVerb(AdminWire.RecordDraft.Verb.VERB_PUT)
                .setBody(body)
                .build();
    }

    private static void publish(LivingNode node, List<AdminWire.RecordDraft> drafts) throws Exception {
        AdminWire.PublishAnswer answer = node.admin()
                .publish(AdminWire.PublishRequest.newBuilder()
                        .addAllDrafts(drafts)
                        .build());
        assertEquals("", answer.getRefused().getCode(), answer::toString);
    }
}

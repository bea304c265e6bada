// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import org.gorizont.protocol.wire.v1.AdminWire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole nodes in one process: real TLS, real disk, the admin port. */
final class NodeExchangeIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @Test
    void twoSchoolsJoinExchangeAndCatchUpAfterANightOff() throws Exception {
        try (LivingNode alice = LivingNode.born(folder.resolve("alice"));
                LivingNode bob = LivingNode.born(folder.resolve("bob"))) {
            ByteString circle = alice.admin()
                    .foundCircle(AdminWire.FoundCircleRequest.newBuilder()
                            .setName("Горизонт")
                            .build())
                    .getCircle();
            join(bob, invite(alice, circle));
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
            assertTrue(alice.complaints().isEmpty() && bob.complaints().isEmpty());
        }
    }

    private static String invite(LivingNode node, ByteString circle) throws Exception {
        return node.admin()
                .invite(AdminWire.InviteRequest.newBuilder().setCircle(circle).build())
                .getCode();
    }

    private static void join(LivingNode node, String code) throws Exception {
        Iterator<AdminWire.JoinProgress> progress = node.admin()
                .join(AdminWire.JoinRequest.newBuilder().setCode(code).build());
        AdminWire.JoinProgress.State state = AdminWire.JoinProgress.State.STATE_UNSPECIFIED;
        while (progress.hasNext()) {
            state = progress.next().getState();
        }
        assertEquals(AdminWire.JoinProgress.State.STATE_JOINED, state);
    }

    private static void publish(LivingNode node, int records) throws Exception {
        AdminWire.PublishRequest.Builder request = AdminWire.PublishRequest.newBuilder();
        for (int i = 0; i < records; i++) {
            request.addDrafts(AdminWire.RecordDraft.newBuilder()
                    .setKind("practice")
                    .setKindMajor(1)
                    .setRecord(ByteString.copyFrom(LivingNode.random(16).toArray()))
                    .setVerb(AdminWire.RecordDraft.Verb.VERB_PUT)
                    .setBody(ExamplePractice.body(i)));
        }
        AdminWire.PublishAnswer answer = node.admin().publish(request.build());
        assertEquals("", answer.getRefused().getCode(), answer::toString);
    }
}

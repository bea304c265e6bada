// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.gorizont.node.peers.ConnectProxy;
import org.gorizont.node.relay.Relay;
import org.gorizont.node.relay.RelayLimits;
import org.gorizont.protocol.wire.v1.AdminWire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole nodes that tell nobody an address: one waits at a relay, the other gets out through a proxy alone. */
final class RelayedNodesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @Test
    void twoSchoolsThatNobodyCanDialJoinExchangeAndMeetAgainAfterARestart() throws Exception {
        try (Relay relay = relay();
                ConnectProxy proxy = new ConnectProxy();
                LivingNode alice =
                        LivingNode.born(folder.resolve("alice"), "relay = \"127.0.0.1:" + relay.port() + "\"");
                LivingNode bob = LivingNode.born(folder.resolve("bob"), "proxy = \"127.0.0.1:" + proxy.port() + "\"")) {
            bob.join(alice.invite(alice.found()));
            long together = alice.status().getHeldEntries() + 1;
            publish(bob);
            await().atMost(PATIENCE).until(() -> alice.status().getHeldEntries() >= together);
            String token = Files.readString(folder.resolve("alice").resolve("relay.token"));

            alice.stop();
            publish(bob);
            alice.start();

            await().atMost(PATIENCE).until(() -> alice.status().getHeldEntries() >= together + 1);
            assertEquals(token, Files.readString(folder.resolve("alice").resolve("relay.token")));
            assertTrue(relay.counters().joined() >= 2);
            String asked = "CONNECT 127.0.0.1:" + relay.port() + " HTTP/1.1";
            assertTrue(proxy.asked().stream().allMatch(asked::equals), proxy.asked()::toString);
            assertTrue(alice.complaints().isEmpty() && bob.complaints().isEmpty());
        }
    }

    private static Relay relay() throws Exception {
        return Relay.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), RelayLimits.DEFAULTS);
    }

    private static void publish(LivingNode node) throws Exception {
        AdminWire.PublishRequest request = AdminWire.PublishRequest.newBuilder()
                .addDrafts(AdminWire.RecordDraft.newBuilder()
                        .setKind("practice")
                        .setKindMajor(1)
                        .setRecord(ByteString.copyFrom(LivingNode.random(16).toArray()))
                        .setVerb(AdminWire.RecordDraft.Verb.VERB_PUT)
                        .setBody(ExamplePractice.body(1)))
                .build();
        assertEquals("", node.admin().publish(request).getRefused().getCode());
    }
}

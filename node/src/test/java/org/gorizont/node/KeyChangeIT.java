// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gorizont.protocol.codec.IdentityCodec;
import org.gorizont.protocol.crypto.Ed25519Verifier;
import org.gorizont.protocol.identity.ChainCheck;
import org.gorizont.protocol.identity.ChainVerdict;
import org.gorizont.protocol.identity.NextLink;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.IdentityChain;
import org.gorizont.protocol.model.Link;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.PublicKey;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Scope;
import org.gorizont.protocol.model.Seal;
import org.gorizont.protocol.model.Signed;
import org.gorizont.protocol.wire.v1.AdminWire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys that change under a whole node: what was published before can be read, replaced and withdrawn after. */
final class KeyChangeIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @Test
    void recordsOfTheOldKeysAreReadReplacedAndWithdrawnUnderTheNewOnes() throws Exception {
        try (LivingNode alice = LivingNode.born(folder.resolve("alice"));
                LivingNode bob = LivingNode.born(folder.resolve("bob"))) {
            bob.join(alice.invite(alice.found()));
            List<ByteString> records = List.of(id(), id(), id());
            publish(alice, draft(records.get(0), 1), draft(records.get(1), 2), draft(records.get(2), 3));
            await().atMost(PATIENCE).until(() -> practices(bob).size() == 3);

            changeKeys(alice);
            publish(alice, draft(records.get(0), 4), withdrawal(records.get(1)));

            await().atMost(PATIENCE).until(() -> practices(bob).size() == 2);
            assertEquals(Set.of(records.get(0), records.get(2)), practices(bob));
            assertEquals(Set.of(records.get(0), records.get(2)), practices(alice));
            assertEquals(body(bob, records.get(0)), draft(records.get(0), 4).getBody());
            assertEquals("", alice.status().getWritingRefused());
            List<AdminWire.OwnRecord> own = new ArrayList<>();
            alice.admin()
                    .ownRecords(AdminWire.OwnRecordsRequest.getDefaultInstance())
                    .forEachRemaining(own::add);
            assertEquals(
                    1, own.stream().filter(AdminWire.OwnRecord::getWithdrawn).count());
            await().atMost(PATIENCE)
                    .until(() ->
                            alice
                                            .admin()
                                            .receipts(AdminWire.ReceiptsRequest.getDefaultInstance())
                                            .getLogsList()
                                            .stream()
                                            .filter(log -> log.getHoldersCount() > 0)
                                            .map(log -> log.getLog().getIncarnation())
                                            .distinct()
                                            .count()
                                    == 2);
            assertTrue(alice.complaints().isEmpty() && bob.complaints().isEmpty());
        }
    }

    private static void changeKeys(LivingNode node) throws Exception {
        var prepared = node.admin().prepareKeyChange(AdminWire.PrepareKeyChangeRequest.getDefaultInstance());
        IdentityChain chain = ((ChainVerdict.Valid)
                        ChainCheck.verify(IdentityCodec.chain(bytes(prepared.getChain())), new Ed25519Verifier()))
                .chain();
        Signed<Link> link = NextLink.make(
                        chain,
                        node.sheet(),
                        new PublicKey(bytes(prepared.getSigningKey())),
                        prepared.getSealsList().stream().map(KeyChangeIT::seal).toList())
                .orElseThrow();
        var request = AdminWire.ChangeKeysRequest.newBuilder()
                .setLink(ByteString.copyFrom(link.exact().toArray()))
                .setSignature(ByteString.copyFrom(link.signature().bytes().toArray()))
                .setSealingSeed(ByteString.copyFrom(
                        node.sheet().sealingSeed(chain.epoch() + 1).toArray()))
                .build();
        assertEquals(chain.epoch() + 1, node.admin().changeKeys(request).getEpoch());
        node.startAgainWithNewKeys();
    }

    private static Seal seal(AdminWire.SealState seal) {
        AdminWire.LogPlace place = seal.getLog();
        LogId log = new LogId(
                new SchoolId(new Hash(bytes(place.getSchool()))),
                new Channel(place.getChannel()),
                new Scope(bytes(place.getScope())),
                place.getIncarnation());
        return new Seal(log, seal.getSize(), new Hash(bytes(seal.getRoot())));
    }

    private static Set<ByteString> practices(LivingNode node) throws Exception {
        Set<ByteString> records = new HashSet<>();
        node.admin()
                .records(AdminWire.RecordsRequest.newBuilder()
                        .setKind("practice")
                        .build())
                .getRecordsList()
                .forEach(view -> records.add(view.getRecord()));
        return records;
    }

    private static ByteString body(LivingNode node, ByteString record) throws Exception {
        return node
                .admin()
                .records(AdminWire.RecordsRequest.newBuilder()
                        .setKind("practice")
                        .build())
                .getRecordsList()
                .stream()
                .filter(view -> view.getRecord().equals(record))
                .findFirst()
                .orElseThrow()
                .getBody();
    }

    private static void publish(LivingNode node, AdminWire.RecordDraft... drafts) throws Exception {
        AdminWire.PublishRequest request = AdminWire.PublishRequest.newBuilder()
                .addAllDrafts(List.of(drafts))
                .build();
        assertEquals("", node.admin().publish(request).getRefused().getCode());
    }

    private static AdminWire.RecordDraft draft(ByteString record, int content) {
        return withdrawal(record).toBuilder()
                .setVerb(AdminWire.RecordDraft.Verb.VERB_PUT)
                .setBody(ExamplePractice.body(content))
                .build();
    }

    private static AdminWire.RecordDraft withdrawal(ByteString record) {
        return AdminWire.RecordDraft.newBuilder()
                .setKind("practice")
                .setKindMajor(1)
                .setRecord(record)
                .setVerb(AdminWire.RecordDraft.Verb.VERB_WITHDRAW)
                .build();
    }

    private static ByteString id() {
        return ByteString.copyFrom(LivingNode.random(16).toArray());
    }

    private static Bytes bytes(ByteString bytes) {
        return Bytes.wrap(bytes.toByteArray());
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.ArrayList;
import java.util.List;
import org.gorizont.node.readmodel.HeldEntries;
import org.gorizont.node.readmodel.SampleCards;
import org.gorizont.protocol.codec.RecordCodec;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.core.Outcome;
import org.gorizont.protocol.domain.Card;
import org.gorizont.protocol.domain.Kinds;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.wire.v1.AdminWire;
import org.gorizont.protocol.wire.v1.AdminWire.RecordDraft;
import org.junit.jupiter.api.Test;

/** Publishing over the admin port, and what it gives of records. */
final class AdminRecordsIT extends AdminScene {
    @Test
    void publishesCheckedDraftsAsOneInputWithFreshSalts() throws Exception {
        LoopDouble loop = LoopDouble.replying(_ -> new Outcome.Saved(LOG, 5, 7));
        start(loop);

        var answer = client().publish(AdminWire.PublishRequest.newBuilder()
                .addDrafts(put("a", SampleCards.resource("Набор", "microscope", 3, 1)))
                .addDrafts(put("b", SampleCards.resource("Набор", "microscope", 3, 1)))
                .build());

        assertEquals(7, answer.getTo());
        assertEquals(
                LEAF.bytes().hex(),
                Bytes.wrap(answer.getLastHash().toByteArray()).hex());
        var published = (Input.Published) loop.inputs.getFirst();
        assertEquals(Kinds.home(Kinds.RESOURCE).orElseThrow().channel(), published.channel());
        var salts = published.drafts().stream()
                .map(draft -> draft.body().orElseThrow().salt())
                .distinct();
        assertEquals(2, salts.count());
    }

    @Test
    void refusesBodiesThatBreakTheirRulesAndMixedLogsBeforeTheLoopSeesAny() throws Exception {
        LoopDouble loop = LoopDouble.replying(_ -> new Outcome.Saved(LOG, 0, 1));
        start(loop);
        RecordDraft good = put("a", SampleCards.resource("Набор", "microscope", 3, 1));
        RecordDraft bad = good.toBuilder()
                .setBody(ByteString.copyFromUtf8("\u0001\u0002"))
                .build();
        RecordDraft elsewhere = put("c", SampleCards.availability(HeldEntries.record("a")));
        RecordDraft unknown = good.toBuilder().setKind("booking").build();

        for (List<RecordDraft> drafts :
                List.of(List.of(good, bad), List.of(good, elsewhere), List.of(unknown), List.<RecordDraft>of())) {
            var failure = assertThrows(
                    StatusRuntimeException.class,
                    () -> client().publish(AdminWire.PublishRequest.newBuilder()
                            .addAllDrafts(drafts)
                            .build()));
            assertEquals(Status.Code.INVALID_ARGUMENT, failure.getStatus().getCode());
        }
        assertEquals(List.of(), loop.inputs);
    }

    @Test
    void takesAFullBatchAndNotOneDraftMore() throws Exception {
        start(LoopDouble.replying(_ -> new Outcome.Saved(LOG, 0, Limits.BATCH_ENTRIES)));
        var full = AdminWire.PublishRequest.newBuilder();
        for (int i = 0; i < Limits.BATCH_ENTRIES; i++) {
            full.addDrafts(put("r" + i, SampleCards.resource("Набор " + i, "microscope", 3, 1)));
        }

        assertEquals(Limits.BATCH_ENTRIES, client().publish(full.build()).getTo());
        full.addDrafts(put("more", SampleCards.resource("Набор", "microscope", 3, 1)));
        assertThrows(StatusRuntimeException.class, () -> client().publish(full.build()));
    }

    @Test
    void listsRecordsWithWhoSaysSoAndOwnOnesWithTheirHash() throws Exception {
        Card resource = SampleCards.resource("Цифровая лаборатория", "digital_lab_chemistry", 2, 4);
        held.put(BOB, "", SampleCards.school("Сосновая школа")).put(BOB, "lab", resource);
        held.put(ALICE, "own", resource).put(ALICE, "gone", resource).withdraw(ALICE, "gone", Kinds.RESOURCE);
        start(LoopDouble.replying(AdminScene::reply));

        var listed = client().records(AdminWire.RecordsRequest.newBuilder()
                .setKind("resource")
                .build());
        List<AdminWire.OwnRecord> own = new ArrayList<>();
        client().ownRecords(AdminWire.OwnRecordsRequest.getDefaultInstance()).forEachRemaining(own::add);

        assertEquals(2, listed.getTotal());
        assertTrue(listed.getRecordsList().stream()
                .anyMatch(view -> view.getSchoolName().equals("Сосновая школа")));
        assertEquals(2, own.size());
        assertEquals(1, own.stream().filter(AdminWire.OwnRecord::getWithdrawn).count());
        assertEquals(
                1,
                own.stream()
                        .filter(record -> record.getContentHash().size() == Hash.SIZE)
                        .count());
    }

    @Test
    void givesOwnRecordsWithTheirBodiesOldestFirst() throws Exception {
        Card first = SampleCards.resource("Цифровая лаборатория", "digital_lab_chemistry", 2, 4);
        Card second = SampleCards.resource("Микроскоп", "microscope", 1, 1);
        held.put(ALICE, "b", first).put(ALICE, "gone", first).put(ALICE, "a", first);
        held.withdraw(ALICE, "gone", Kinds.RESOURCE).put(ALICE, "b", second).put(BOB, "foreign", first);
        start(LoopDouble.replying(AdminScene::reply));

        List<AdminWire.OwnRecord> own = new ArrayList<>();
        client().ownRecords(
                        AdminWire.OwnRecordsRequest.newBuilder().setBodies(true).build())
                .forEachRemaining(own::add);

        assertEquals(
                List.of(Forms.of(RecordCodec.encode(first)), ByteString.EMPTY, Forms.of(RecordCodec.encode(second))),
                own.stream().map(AdminWire.OwnRecord::getBody).toList());
        assertTrue(own.get(1).getWithdrawn());
        assertEquals(Kinds.RESOURCE.major(), own.getFirst().getKindMajor());
    }
}

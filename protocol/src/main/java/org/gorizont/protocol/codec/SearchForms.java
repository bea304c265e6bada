// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.codec;

import java.time.Instant;
import java.util.List;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.frame.Answer;
import org.gorizont.protocol.frame.AuthorCard;
import org.gorizont.protocol.frame.CardRequest;
import org.gorizont.protocol.frame.Chunk;
import org.gorizont.protocol.frame.ChunkRequest;
import org.gorizont.protocol.frame.Hit;
import org.gorizont.protocol.frame.Query;
import org.gorizont.protocol.merkle.Inclusion;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.RecordId;
import org.gorizont.protocol.model.SignedHead;
import org.gorizont.protocol.wire.v1.ExchangeWire;

/** Frames of searching, and of what is fetched only when somebody wants it. */
final class SearchForms {
    private static final int QUERY_ID_SIZE = 16;

    private SearchForms() {}

    static ExchangeWire.Query toWire(Query query) {
        return ExchangeWire.Query.newBuilder()
                .setId(ToWire.bytes(query.id()))
                .setText(query.text())
                .addAllKinds(query.kinds())
                .setHops(query.hops())
                .setBudgetMillis(query.budgetMillis())
                .setLimit(query.limit())
                .build();
    }

    static Query read(ExchangeWire.Query query) throws Malformed {
        Bytes id = FromWire.bytes("query.id", query.getId(), QUERY_ID_SIZE);
        String text = FromWire.text("query.text", query.getText(), Limits.TEXT_IN_FRAME);
        List<String> kinds = FromWire.texts("query.kinds", query.getKindsList());
        return new Query(id, text, kinds, query.getHops(), query.getBudgetMillis(), query.getLimit());
    }

    static ExchangeWire.Answer toWire(Answer answer) {
        var wire = ExchangeWire.Answer.newBuilder()
                .setId(ToWire.bytes(answer.id()))
                .setLast(answer.last());
        answer.hits()
                .forEach(hit -> wire.addHits(ExchangeWire.Hit.newBuilder()
                        .setLog(ToWire.log(hit.log()))
                        .setSeq(hit.seq())
                        .setEntry(EntryForms.toWire(hit.entry()))
                        .setHead(ToWire.head(hit.head()))
                        .setProof(ProofForm.toWire(hit.proof()))));
        return wire.build();
    }

    static Answer read(ExchangeWire.Answer answer) throws Malformed {
        Bytes id = FromWire.bytes("answer.id", answer.getId(), QUERY_ID_SIZE);
        return new Answer(id, FromWire.list(answer.getHitsList(), SearchForms::read), answer.getLast());
    }

    private static Hit read(ExchangeWire.Hit hit) throws Malformed {
        LogId log = FromWire.log(hit.getLog());
        Entry entry = EntryForms.read(hit.getEntry());
        SignedHead head = HeadForm.signed(hit.getHead());
        Inclusion proof = ProofForm.read(hit.getProof());
        return new Hit(log, hit.getSeq(), entry, head, proof);
    }

    static ExchangeWire.ChunkRequest toWire(ChunkRequest request) {
        return ExchangeWire.ChunkRequest.newBuilder()
                .setFile(ToWire.hash(request.file()))
                .setFirst(request.first())
                .setCount(request.count())
                .build();
    }

    static ChunkRequest read(ExchangeWire.ChunkRequest request) throws Malformed {
        Hash file = FromWire.hash("chunk_request.file", request.getFile());
        return new ChunkRequest(file, request.getFirst(), request.getCount());
    }

    static ExchangeWire.Chunk toWire(Chunk chunk) {
        return ExchangeWire.Chunk.newBuilder()
                .setFile(ToWire.hash(chunk.file()))
                .setIndex(chunk.index())
                .setChunks(chunk.chunks())
                .setContent(ToWire.bytes(chunk.content()))
                .addAllPath(ToWire.hashes(chunk.path()))
                .build();
    }

    static Chunk read(ExchangeWire.Chunk chunk) throws Malformed {
        Hash file = FromWire.hash("chunk.file", chunk.getFile());
        FromWire.that(chunk.getIndex() < chunk.getChunks(), "chunk.index is beyond chunk.chunks");
        List<Hash> path = FromWire.hashes("chunk.path", chunk.getPathList());
        return new Chunk(file, chunk.getIndex(), chunk.getChunks(), FromWire.bytes(chunk.getContent()), path);
    }

    static ExchangeWire.CardRequest toWire(CardRequest request) {
        return ExchangeWire.CardRequest.newBuilder()
                .setRecord(ToWire.bytes(request.record().bytes()))
                .build();
    }

    static CardRequest read(ExchangeWire.CardRequest request) throws Malformed {
        return new CardRequest(FromWire.record(request.getRecord()));
    }

    static ExchangeWire.AuthorCard toWire(AuthorCard card) {
        var wire = ExchangeWire.AuthorCard.newBuilder()
                .setRecord(ToWire.bytes(card.record().bytes()))
                .setUntilMillis(card.until().toEpochMilli())
                .setWithdrawn(card.withdrawn());
        card.fields()
                .forEach(field -> wire.addFields(ExchangeWire.CardField.newBuilder()
                        .setName(field.name())
                        .setText(field.text())));
        return wire.build();
    }

    static AuthorCard read(ExchangeWire.AuthorCard card) throws Malformed {
        RecordId record = FromWire.record(card.getRecord());
        List<AuthorCard.Field> fields = FromWire.list(card.getFieldsList(), SearchForms::read);
        return new AuthorCard(record, fields, Instant.ofEpochMilli(card.getUntilMillis()), card.getWithdrawn());
    }

    private static AuthorCard.Field read(ExchangeWire.CardField field) throws Malformed {
        String name = FromWire.text("card.fields.name", field.getName(), Limits.TEXT_IN_FRAME);
        return new AuthorCard.Field(name, FromWire.text("card.fields.text", field.getText(), Limits.TEXT_IN_FRAME));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.codec;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gorizont.protocol.frame.Bodies;
import org.gorizont.protocol.frame.Entries;
import org.gorizont.protocol.frame.HeadNotice;
import org.gorizont.protocol.frame.Want;
import org.gorizont.protocol.merkle.Consistency;
import org.gorizont.protocol.model.Body;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.SignedHead;
import org.gorizont.protocol.wire.v1.ExchangeWire;

/** Frames that tell of entries, ask for them and carry them. */
final class EntryForms {
    private EntryForms() {}

    static ExchangeWire.HeadNotice toWire(HeadNotice notice) {
        var wire = ExchangeWire.HeadNotice.newBuilder().addAllHeads(ToWire.heads(notice.heads()));
        notice.riding().forEach(entries -> wire.addRiding(toWire(entries)));
        return wire.build();
    }

    static HeadNotice read(ExchangeWire.HeadNotice notice) throws Malformed {
        List<SignedHead> heads = FromWire.list(notice.getHeadsList(), HeadForm::signed);
        return new HeadNotice(heads, FromWire.list(notice.getRidingList(), EntryForms::read));
    }

    static ExchangeWire.Want toWire(Want want) {
        return ExchangeWire.Want.newBuilder()
                .setLog(ToWire.log(want.log()))
                .setFrom(want.from())
                .setTo(want.to())
                .addAllBodies(want.bodies())
                .setGap(want.gap())
                .setSparing(want.sparing())
                .build();
    }

    static Want read(ExchangeWire.Want want) throws Malformed {
        LogId log = FromWire.log(want.getLog());
        return FromWire.make(
                "want",
                () -> new Want(
                        log, want.getFrom(), want.getTo(), want.getBodiesList(), want.getGap(), want.getSparing()));
    }

    static ExchangeWire.Entries toWire(Entries entries) {
        var wire = ExchangeWire.Entries.newBuilder()
                .setLog(ToWire.log(entries.log()))
                .setStart(entries.start())
                .setHead(ToWire.head(entries.head()))
                .addAllBase(ToWire.hashes(entries.base()));
        entries.entries().forEach(entry -> wire.addEntries(toWire(entry)));
        entries.proof().ifPresent(proof -> wire.setProof(ProofForm.toWire(proof)));
        entries.bridge().ifPresent(proof -> wire.setBridge(ProofForm.toWire(proof)));
        return wire.build();
    }

    static Entries read(ExchangeWire.Entries entries) throws Malformed {
        LogId log = FromWire.log(entries.getLog());
        List<Entry> list = FromWire.list(entries.getEntriesList(), EntryForms::read);
        SignedHead head = HeadForm.signed(entries.getHead());
        Optional<Consistency> proof = FromWire.optional(entries.hasProof(), entries.getProof(), ProofForm::read);
        List<Hash> base = FromWire.hashes("entries.base", entries.getBaseList());
        Optional<Consistency> bridge = FromWire.optional(entries.hasBridge(), entries.getBridge(), ProofForm::read);
        return FromWire.make("entries", () -> new Entries(log, entries.getStart(), list, head, proof, base, bridge));
    }

    static ExchangeWire.WireEntry toWire(Entry entry) {
        var wire = ExchangeWire.WireEntry.newBuilder()
                .setHeader(ToWire.bytes(entry.headerBytes()))
                .setBodyAbsent(entry.lacksBody());
        entry.body().ifPresent(body -> wire.setSalt(ToWire.bytes(body.salt())).setBody(ToWire.bytes(body.content())));
        return wire.build();
    }

    static Entry read(ExchangeWire.WireEntry entry) throws Malformed {
        boolean hasBody = !entry.getSalt().isEmpty();
        FromWire.that(hasBody || entry.getBody().isEmpty(), "entry has a body without salt");
        FromWire.that(!hasBody || !entry.getBodyAbsent(), "entry has a body that it calls absent");
        Optional<Body> body = hasBody
                ? Optional.of(body(FromWire.bytes(entry.getSalt()), FromWire.bytes(entry.getBody())))
                : Optional.empty();
        return readAhead(LogCodec.entry(FromWire.bytes(entry.getHeader()), body));
    }

    /** Whoever takes an entry in asks for these; here they are computed beside the loop, not in it. */
    private static Entry readAhead(Entry entry) {
        entry.hash();
        entry.header();
        return entry;
    }

    private static Body body(Bytes salt, Bytes content) throws Malformed {
        return FromWire.make("body", () -> new Body(salt, content));
    }

    static ExchangeWire.Bodies toWire(Bodies bodies) {
        var wire = ExchangeWire.Bodies.newBuilder()
                .setLog(ToWire.log(bodies.log()))
                .addAllAbsent(bodies.absent());
        bodies.bodies()
                .forEach((seq, body) -> wire.addBodies(ExchangeWire.WireBody.newBuilder()
                        .setSeq(seq)
                        .setSalt(ToWire.bytes(body.salt()))
                        .setBody(ToWire.bytes(body.content()))));
        return wire.build();
    }

    static Bodies read(ExchangeWire.Bodies bodies) throws Malformed {
        LogId log = FromWire.log(bodies.getLog());
        SortedMap<Long, Body> bySeq = new TreeMap<>();
        for (ExchangeWire.WireBody body : bodies.getBodiesList()) {
            Body value = body(FromWire.bytes(body.getSalt()), FromWire.bytes(body.getBody()));
            FromWire.that(bySeq.put(body.getSeq(), value) == null, "bodies name one seq twice");
        }
        return new Bodies(log, bySeq, bodies.getAbsentList());
    }
}

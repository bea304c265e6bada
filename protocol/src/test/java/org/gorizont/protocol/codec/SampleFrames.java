// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.codec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gorizont.protocol.frame.Addresses;
import org.gorizont.protocol.frame.Answer;
import org.gorizont.protocol.frame.AuthorCard;
import org.gorizont.protocol.frame.Bodies;
import org.gorizont.protocol.frame.CardRequest;
import org.gorizont.protocol.frame.Charters;
import org.gorizont.protocol.frame.Chunk;
import org.gorizont.protocol.frame.ChunkRequest;
import org.gorizont.protocol.frame.CircleGreeting;
import org.gorizont.protocol.frame.CursorPage;
import org.gorizont.protocol.frame.CursorRequest;
import org.gorizont.protocol.frame.Entries;
import org.gorizont.protocol.frame.ForkAlert;
import org.gorizont.protocol.frame.Frame;
import org.gorizont.protocol.frame.Goodbye;
import org.gorizont.protocol.frame.HeadNotice;
import org.gorizont.protocol.frame.Hello;
import org.gorizont.protocol.frame.Hit;
import org.gorizont.protocol.frame.Identities;
import org.gorizont.protocol.frame.IdentityRequest;
import org.gorizont.protocol.frame.InvitationProof;
import org.gorizont.protocol.frame.ItemRequest;
import org.gorizont.protocol.frame.ItemVector;
import org.gorizont.protocol.frame.Lineages;
import org.gorizont.protocol.frame.Proof;
import org.gorizont.protocol.frame.ProofRequest;
import org.gorizont.protocol.frame.Query;
import org.gorizont.protocol.frame.Reason;
import org.gorizont.protocol.frame.Receipts;
import org.gorizont.protocol.frame.SymbolRequest;
import org.gorizont.protocol.frame.Symbols;
import org.gorizont.protocol.frame.Want;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Cursor;

/** At least one frame of every type, by a name that says what is special about it. */
final class SampleFrames {
    static final Bytes EPOCH = Samples.filled(0x61, Hello.STORE_EPOCH_SIZE);
    static final Cursor CURSOR = new Cursor(EPOCH, 1_234);
    static final Bytes KEY = Samples.filled(0x62, SymbolRequest.KEY_SIZE);
    static final Bytes QUERY = Samples.filled(0x63, 16);

    private SampleFrames() {}

    static Map<String, Frame> all() {
        Map<String, Frame> frames = new LinkedHashMap<>();
        greeting(frames);
        catchingUp(frames);
        entries(frames);
        proofs(frames);
        searching(frames);
        return frames;
    }

    private static void greeting(Map<String, Frame> frames) {
        frames.put("hello", hello(Optional.of(new InvitationProof(Samples.CIRCLE, Samples.hash(0x64)))));
        frames.put("hello-least", least());
        frames.put("goodbye", Goodbye.because(Reason.NOT_A_MEMBER, "no circle in common"));
        frames.put("goodbye-without-reason", new Goodbye(Optional.empty(), ""));
        frames.put("identity-request", new IdentityRequest(List.of(Samples.ALICE, Samples.BOB)));
        frames.put("identities", new Identities(List.of(Samples.chain())));
        frames.put("lineages", new Lineages(List.of(Samples.lineage())));
        frames.put("charters", new Charters(List.of(CircleCodec.charter(Samples.CHARTER)), 1));
        frames.put("addresses", new Addresses(List.of(Samples.address())));
        frames.put("receipts", new Receipts(List.of(Samples.receipt())));
    }

    static Hello hello(Optional<InvitationProof> invitation) {
        return new Hello(
                Hello.VERSION,
                1,
                "gorizont/0.1.0",
                List.of("relay", "files"),
                Samples.chain(),
                List.of(new CircleGreeting(Samples.CIRCLE, 1)),
                List.of(Samples.HEAD),
                Optional.of(Samples.lineage()),
                invitation,
                Optional.of(Samples.address()),
                EPOCH);
    }

    private static Hello least() {
        return new Hello(
                1,
                1,
                "",
                List.of(),
                Samples.chain(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                EPOCH);
    }

    private static void catchingUp(Map<String, Frame> frames) {
        frames.put("cursor-request", new CursorRequest(Samples.CIRCLE, CURSOR));
        frames.put("cursor-request-never-spoken", new CursorRequest(Samples.CIRCLE, Cursor.NONE));
        frames.put("cursor-page", new CursorPage(Samples.CIRCLE, CURSOR, false, true, List.of(Samples.HEAD)));
        frames.put("cursor-page-lost", new CursorPage(Samples.CIRCLE, CURSOR, true, true, List.of()));
        frames.put("symbol-request", new SymbolRequest(Samples.CIRCLE, Bytes.empty(), 0, 64, false));
        frames.put("symbol-request-fresh-key", new SymbolRequest(Samples.CIRCLE, KEY, 64, 128, true));
        frames.put("symbols", new Symbols(Samples.CIRCLE, KEY, 64, 100_000, CURSOR, Samples.filled(0x65, 24)));
        frames.put("item-request", new ItemRequest(Samples.CIRCLE, KEY, List.of(1L, -1L, Long.MIN_VALUE)));
        frames.put("item-vector", new ItemVector(Samples.CIRCLE, KEY, CURSOR, true, List.of(0L, 2L, -3L)));
    }

    private static void entries(Map<String, Frame> frames) {
        frames.put("head-notice", new HeadNotice(List.of(Samples.HEAD), List.of(atHead())));
        frames.put("want-range", new Want(Samples.CATALOGUE, 2, 5, List.of(), 0, false));
        frames.put("want-sparing", Want.range(Samples.CATALOGUE, 2, 5));
        frames.put("want-behind-gap", Want.behindGap(Samples.CATALOGUE, 1, 2, 5));
        frames.put("want-bodies", Want.bodies(Samples.CATALOGUE, List.of(0L, 4L)));
        frames.put("entries", atHead());
        frames.put(
                "entries-before-head",
                new Entries(
                        Samples.CATALOGUE,
                        2,
                        List.of(Samples.ENTRY.withoutBody()),
                        Samples.HEAD,
                        Optional.of(Samples.consistency()),
                        Samples.hashes(0x66, 1)));
        frames.put(
                "entries-behind-gap",
                new Entries(
                        Samples.CATALOGUE,
                        3,
                        List.of(Samples.ENTRY, Samples.WITHDRAWN),
                        Samples.HEAD,
                        Optional.empty(),
                        Samples.hashes(0x66, 2),
                        Optional.of(Samples.consistency())));
        frames.put("bodies", new Bodies(Samples.CATALOGUE, new TreeMap<>(Map.of(3L, Samples.BODY)), List.of(4L)));
    }

    static Entries atHead() {
        return new Entries(
                Samples.CATALOGUE,
                3,
                List.of(Samples.ENTRY, Samples.WITHDRAWN),
                Samples.HEAD,
                Optional.empty(),
                List.of());
    }

    private static void proofs(Map<String, Frame> frames) {
        frames.put("proof-request-consistency", new ProofRequest.OfConsistency(Samples.CATALOGUE, 3, 5));
        frames.put("proof-request-inclusion", new ProofRequest.OfInclusion(Samples.CATALOGUE, 2, 5));
        frames.put("proof-consistency", new Proof.OfConsistency(Samples.CATALOGUE, Samples.consistency()));
        frames.put(
                "proof-inclusion",
                new Proof.OfInclusion(Samples.CATALOGUE, Samples.inclusion(), Samples.LEAVES.get(2)));
        frames.put("fork-alert", new ForkAlert(Samples.forkProof()));
    }

    private static void searching(Map<String, Frame> frames) {
        frames.put("query", new Query(QUERY, "робототехника 7 класс", List.of("practice"), 2, 3_000, 20));
        Hit hit = new Hit(Samples.CATALOGUE, 2, Samples.ENTRY, Samples.HEAD, Samples.inclusion());
        frames.put("answer", new Answer(QUERY, List.of(hit), true));
        frames.put("chunk-request", new ChunkRequest(Samples.hash(0x67), 1, 2));
        frames.put("chunk", new Chunk(Samples.hash(0x67), 1, 3, Samples.BODY.content(), Samples.hashes(0x68, 2)));
        frames.put("card-request", new CardRequest(Samples.RECORD));
        frames.put(
                "author-card",
                new AuthorCard(
                        Samples.RECORD, List.of(new AuthorCard.Field("role", "учитель физики")), Samples.NOW, false));
        frames.put("author-card-withdrawn", new AuthorCard(Samples.RECORD, List.of(), Samples.NOW, true));
    }
}

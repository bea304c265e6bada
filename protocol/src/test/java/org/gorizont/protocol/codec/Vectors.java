// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.codec;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.crypto.Sealing;
import org.gorizont.protocol.crypto.SigningContext;
import org.gorizont.protocol.frame.BundleHeader;
import org.gorizont.protocol.frame.Frame;
import org.gorizont.protocol.frame.RelayPreamble;
import org.gorizont.protocol.model.AddressRecord;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.Charter;
import org.gorizont.protocol.model.Endpoint;
import org.gorizont.protocol.model.Fraction;
import org.gorizont.protocol.model.Header;
import org.gorizont.protocol.model.Invitation;
import org.gorizont.protocol.model.Kind;
import org.gorizont.protocol.model.Link;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.Origin;
import org.gorizont.protocol.model.Receipt;
import org.gorizont.protocol.model.ReceiptLine;
import org.gorizont.protocol.model.Retention;
import org.gorizont.protocol.model.Scope;
import org.gorizont.protocol.model.SealedBody;
import org.gorizont.protocol.model.Signed;
import org.gorizont.protocol.model.SignedHead;
import org.gorizont.protocol.model.Verb;
import org.gorizont.protocol.wire.v1.LogWire;

/** The vectors of all formats, by the name of their file. */
final class Vectors {
    private Vectors() {}

    static Map<String, List<Vector>> all() {
        Map<String, List<Vector>> files = new LinkedHashMap<>();
        files.put("genesis", genesis());
        files.put("link", links());
        files.put("identity-chain", chain());
        files.put("lineage-statement", lineage());
        files.put("address-record", addresses());
        files.put("log-id", logIds());
        files.put("header", headers());
        files.put("head", heads());
        files.put("receipt", receipts());
        files.put("sealed-body", sealedBody());
        files.put("consistency-proof", consistency());
        files.put("inclusion-proof", inclusion());
        files.put("fork-proof", forkProof());
        files.put("charter", charters());
        files.put("sponsorship", sponsorship());
        files.put("invitation", invitations());
        files.put("relay-preamble", relayPreambles());
        files.put("bundle-header", bundleHeader());
        SampleFrames.all()
                .forEach((name, frame) -> files.computeIfAbsent(fileOf(frame), _ -> new ArrayList<>())
                        .add(frame(name, frame)));
        return files;
    }

    static List<Vector> of(String file) {
        return Objects.requireNonNull(all().get(file), file);
    }

    /** As the field of the Frame message: one file a type. */
    private static String fileOf(Frame frame) {
        Class<?> type = frame.getClass();
        String name = (type.isMemberClass() ? type.getDeclaringClass() : type).getSimpleName();
        return "frame-" + name.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    private static Vector frame(String name, Frame frame) {
        Bytes bytes = Bytes.wrap(FrameCodec.encode(frame));
        return Vector.of(name, "Frame message", frame, bytes, b -> FrameCodec.decode(b.unsafeArray()));
    }

    private static List<Vector> genesis() {
        Bytes alice = IdentityCodec.genesis(Samples.ALICE_GENESIS);
        Bytes bob = IdentityCodec.genesis(Samples.BOB_GENESIS);
        return List.of(
                Vector.of("alice", "SchoolId is the hash", Samples.ALICE_GENESIS, alice, IdentityCodec::genesis)
                        .with("signingSeed", Samples.seed(Samples.ALICE_SIGNING))
                        .with("sealingSeed", Samples.seed(Samples.ALICE_SEALING))
                        .with("recoverySeed", Samples.seed(Samples.ALICE_RECOVERY))
                        .with("hash", Hashing.schoolId(alice)),
                Vector.of("bob", "another school", Samples.BOB_GENESIS, bob, IdentityCodec::genesis)
                        .with("signingSeed", Samples.seed(Samples.BOB_SIGNING))
                        .with("sealingSeed", Samples.seed(Samples.BOB_SEALING))
                        .with("recoverySeed", Samples.seed(Samples.BOB_RECOVERY))
                        .with("hash", Hashing.schoolId(bob)));
    }

    private static List<Vector> links() {
        List<Signed<Link>> links = Samples.chain().links();
        return List.of(
                link("first", "seals one log; signed by recovery key 1", links.get(0), 0),
                link("second", "seals nothing; signed by recovery key 2", links.get(1), 1));
    }

    private static Vector link(String name, String description, Signed<Link> link, int epochBefore) {
        return Vector.of(
                        name,
                        description,
                        link.value(),
                        link.exact(),
                        b -> IdentityCodec.signedLink(b, link.signature()).value())
                .signed(
                        Samples.ALICE_RECOVERY + epochBefore * Samples.EPOCH_STEP,
                        SigningContext.LINK,
                        link.signature())
                .with("hash", Hashing.link(link.exact()));
    }

    private static List<Vector> chain() {
        return List.of(Vector.of(
                "two-links",
                "alice's genesis and both links",
                Samples.chain(),
                IdentityCodec.chain(Samples.chain()),
                IdentityCodec::chain));
    }

    private static List<Vector> lineage() {
        var lineage = Samples.lineage();
        return List.of(Vector.of(
                        "alice",
                        "start number 17",
                        lineage.value(),
                        lineage.exact(),
                        b -> IdentityCodec.signedLineage(b, lineage.signature()).value())
                .signed(Samples.ALICE_SIGNING, SigningContext.LINEAGE, lineage.signature()));
    }

    private static List<Vector> addresses() {
        var none = new AddressRecord(Samples.ALICE, 2, 10, List.of(), List.of());
        return List.of(address("two-endpoints-and-a-relay", Samples.address().value()), address("none", none));
    }

    private static Vector address(String name, AddressRecord address) {
        Bytes exact = IdentityCodec.address(address);
        int seed = Samples.ALICE_SIGNING + address.epoch() * Samples.EPOCH_STEP;
        var signature = Samples.signer(seed).sign(SigningContext.ADDRESS, exact);
        return Vector.of(
                        name,
                        "signed by the key of the named epoch",
                        address,
                        exact,
                        b -> IdentityCodec.signedAddress(b, signature).value())
                .signed(seed, SigningContext.ADDRESS, signature);
    }

    private static List<Vector> logIds() {
        LogId newer = new LogId(Samples.BOB, new Channel(9), Scope.of(Samples.CIRCLE), 300);
        return List.of(
                Vector.of("every-circle", "the 72-byte key", Samples.CATALOGUE, Samples.CATALOGUE.key(), LogId::ofKey),
                Vector.of("one-circle", "the 72-byte key", Samples.CONTROL, Samples.CONTROL.key(), LogId::ofKey),
                Vector.of("unknown-channel", "kept and forwarded", newer, newer.key(), LogId::ofKey));
    }

    private static List<Vector> headers() {
        Origin origin = new Origin(0, 7, Samples.hash(0x43));
        Optional<Origin> none = Optional.empty();
        Header old = new Header(
                1,
                new Kind("a", 0, 0),
                Samples.RECORD,
                Verb.ERASE,
                Retention.LATEST,
                none,
                Instant.ofEpochMilli(-1),
                List.of(),
                false,
                0,
                Optional.empty());
        return List.of(
                header("put", Samples.HEADER).with("salt", Samples.BODY.salt()).with("body", Samples.BODY.content()),
                header("replace", Samples.header(Verb.REPLACE, Retention.HISTORY, none, List.of(), false)),
                header("withdraw", Samples.bodiless(Verb.WITHDRAW, Retention.LATEST)),
                header("erase", Samples.bodiless(Verb.ERASE, Retention.HISTORY)),
                header("re-put", Samples.header(Verb.PUT, Retention.LATEST, Optional.of(origin), List.of(), false)),
                header("references", Samples.header(Verb.PUT, Retention.HISTORY, none, Samples.references(), false)),
                header("sealed", Samples.header(Verb.PUT, Retention.HISTORY, none, List.of(), true)),
                header(
                        "everything",
                        Samples.header(
                                Verb.REPLACE, Retention.HISTORY, Optional.of(origin), Samples.references(), true)),
                header("before-1970", old));
    }

    private static Vector header(String name, Header header) {
        Bytes bytes = LogCodec.header(header);
        return Vector.of(
                        name,
                        "hash is the RFC 6962 leaf hash",
                        header,
                        bytes,
                        b -> LogCodec.entry(b, Optional.empty()).header().orElseThrow())
                .with("hash", Hashing.leaf(bytes));
    }

    private static List<Vector> heads() {
        return List.of(
                head("with-floor", Samples.HEAD),
                head("one-entry", Samples.headOf(Samples.leaves(1, 1, ""))),
                head("largest", Samples.head(Samples.CONTROL, Long.MAX_VALUE, Samples.hash(0x44), Long.MAX_VALUE)));
    }

    private static Vector head(String name, SignedHead head) {
        return Vector.of(
                        name,
                        "Head message and its signature",
                        head.head(),
                        head.exact(),
                        b -> LogCodec.signedHead(b, head.signature()).head())
                .signed(Samples.ALICE_SIGNING, SigningContext.HEAD, head.signature());
    }

    private static List<Vector> receipts() {
        Receipt least = new Receipt(
                Samples.BOB, 0, Samples.NOW, List.of(new ReceiptLine(Samples.CATALOGUE, 1, Samples.hash(0x30), 0)));
        return List.of(receipt("two-logs-one-erasure", Samples.receipt().value()), receipt("one-log", least));
    }

    private static Vector receipt(String name, Receipt receipt) {
        Bytes exact = LogCodec.receipt(receipt);
        var signature = Samples.signer(Samples.BOB_SIGNING).sign(SigningContext.RECEIPT, exact);
        return Vector.of(
                        name,
                        "signed by the holder",
                        receipt,
                        exact,
                        b -> LogCodec.signedReceipt(b, signature).value())
                .signed(Samples.BOB_SIGNING, SigningContext.RECEIPT, signature);
    }

    private static List<Vector> sealedBody() {
        SealedBody body = Samples.sealedBody();
        List<Sealing.Recipient> recipients = Samples.recipients();
        return List.of(Vector.of("two-readers", "alice and bob", body, LogCodec.sealedBody(body), LogCodec::sealedBody)
                .with("content", Samples.BODY.content())
                .with("contentKey", Samples.CONTENT_KEY)
                .with(
                        "ephemeralSeeds",
                        recipients.stream()
                                .map(Sealing.Recipient::ephemeralSeed)
                                .toList())
                .with("privateKeys", List.of(Samples.seed(Samples.ALICE_SEALING), Samples.seed(Samples.BOB_SEALING))));
    }

    private static List<Vector> consistency() {
        return List.of(Vector.of(
                        "three-in-five",
                        "ConsistencyProof message",
                        Samples.consistency(),
                        ToWire.bytes(ProofForm.toWire(Samples.consistency())),
                        b -> ProofForm.read(FromWire.parse(
                                b,
                                b.size(),
                                LogWire.ConsistencyProof.getDescriptor(),
                                LogWire.ConsistencyProof.parser())))
                .with("leaves", Samples.LEAVES)
                .with("oldRoot", Samples.headOf(Samples.LEAVES.subList(0, 3)).root())
                .with("newRoot", Samples.HEAD.root()));
    }

    private static List<Vector> inclusion() {
        return List.of(Vector.of(
                        "third-of-five",
                        "InclusionProof message",
                        Samples.inclusion(),
                        ToWire.bytes(ProofForm.toWire(Samples.inclusion())),
                        b -> ProofForm.read(FromWire.parse(
                                b, b.size(), LogWire.InclusionProof.getDescriptor(), LogWire.InclusionProof.parser())))
                .with("leaf", Samples.LEAVES.get(2))
                .with("root", Samples.HEAD.root()));
    }

    private static List<Vector> forkProof() {
        return List.of(Vector.of(
                        "fourth-entry",
                        "three common entries, then two on one branch and three on the other",
                        Samples.forkProof(),
                        LogCodec.forkProof(Samples.forkProof()),
                        LogCodec::forkProof)
                .with("signerKey", Samples.ALICE_GENESIS.signingKey()));
    }

    private static List<Vector> charters() {
        Charter alone =
                new Charter("One", List.of(Samples.ALICE), 1, new Fraction(0, 1), Fraction.HALF, 7, Bytes.zeros(16));
        return List.of(charter("two-founders", Samples.CHARTER), charter("one-founder", alone));
    }

    private static Vector charter(String name, Charter charter) {
        Bytes bytes = CircleCodec.charter(charter);
        return Vector.of(name, "CircleId is the hash", charter, bytes, CircleCodec::charter)
                .with("hash", Hashing.circleId(bytes));
    }

    private static List<Vector> sponsorship() {
        Bytes bytes = CircleCodec.sponsorship(Samples.sponsorship());
        return List.of(Vector.of(
                "bob", "body of a sponsorship entry", Samples.sponsorship(), bytes, CircleCodec::sponsorship));
    }

    private static List<Vector> invitations() {
        Invitation byAddress = new Invitation(
                Samples.CIRCLE, Samples.BOB, new Endpoint("2001:db8::1", 65_535), Samples.filled(0xff, 16));
        return List.of(invitation("by-name", Samples.invitation()), invitation("by-address", byAddress));
    }

    private static Vector invitation(String name, Invitation invitation) {
        String code = InvitationCode.format(invitation);
        byte[] whole = Base64.getUrlDecoder().decode(code.substring(InvitationCode.PREFIX.length()));
        Bytes message = Bytes.wrap(whole).slice(0, whole.length - 4);
        return Vector.of(
                        name,
                        "Invitation message and its text form",
                        invitation,
                        message,
                        _ -> InvitationCode.parse(code))
                .with("code", code);
    }

    private static List<Vector> relayPreambles() {
        return List.of(
                relayPreamble("waiting", new RelayPreamble(Samples.filled(0x77, 16), true)),
                relayPreamble("calling", new RelayPreamble(Samples.filled(0x77, 16), false)));
    }

    private static Vector relayPreamble(String name, RelayPreamble preamble) {
        return Vector.of(
                name,
                "four bytes of length, then the RelayPreamble message",
                preamble,
                RelayCodec.preamble(preamble),
                b -> RelayCodec.preamble(b.slice(RelayCodec.LENGTH_SIZE, b.size())));
    }

    private static List<Vector> bundleHeader() {
        BundleHeader header = new BundleHeader(Samples.ALICE, Samples.CIRCLE, 1, 2);
        return List.of(Vector.of(
                "first-of-two", "BundleHeader message", header, BundleCodec.header(header), BundleCodec::header));
    }
}

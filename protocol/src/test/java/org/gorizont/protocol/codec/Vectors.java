// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.codec;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gorizont.protocol.bundle.BundlePiece;
import org.gorizont.protocol.bundle.BundleReader;
import org.gorizont.protocol.bundle.BundleWriter;
import org.gorizont.protocol.crypto.BackupCipher;
import org.gorizont.protocol.crypto.BackupHeader;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.crypto.SealingKeys;
import org.gorizont.protocol.crypto.SigningContext;
import org.gorizont.protocol.frame.BundleEnd;
import org.gorizont.protocol.frame.BundleHeader;
import org.gorizont.protocol.frame.Frame;
import org.gorizont.protocol.frame.RelayPreamble;
import org.gorizont.protocol.identity.RecoverySheet;
import org.gorizont.protocol.model.AddressRecord;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Charter;
import org.gorizont.protocol.model.Endpoint;
import org.gorizont.protocol.model.Fraction;
import org.gorizont.protocol.model.Invitation;
import org.gorizont.protocol.model.Link;
import org.gorizont.protocol.model.Signed;
import org.gorizont.protocol.model.Sponsorship;

/** The vectors of all formats, by the name of their file. */
final class Vectors {
    /** Made once: proofs and signatures take their time. */
    private static final Map<String, List<Vector>> ALL = make();

    private Vectors() {}

    static Map<String, List<Vector>> all() {
        return ALL;
    }

    private static Map<String, List<Vector>> make() {
        Map<String, List<Vector>> files = new LinkedHashMap<>();
        files.put("genesis", genesis());
        files.put("link", links());
        files.put("identity-chain", chain());
        files.put("lineage-statement", lineage());
        files.put("address-record", addresses());
        files.put("log-id", LogVectors.logIds());
        files.put("header", LogVectors.headers());
        files.put("head", LogVectors.heads());
        files.put("receipt", LogVectors.receipts());
        files.put("sealed-body", LogVectors.sealedBody());
        files.put("consistency-proof", LogVectors.consistency());
        files.put("inclusion-proof", LogVectors.inclusion());
        files.put("fork-proof", LogVectors.forkProof());
        files.put("charter", charters());
        files.put("sponsorship", sponsorship());
        files.put("leave", VoteVectors.leave());
        files.put("proposal", VoteVectors.proposals());
        files.put("ballot", VoteVectors.ballots());
        files.put("certificate", VoteVectors.certificate());
        files.put("invitation", invitations());
        files.put("relay-preamble", relayPreambles());
        files.put("bundle-header", bundleHeader());
        files.put("bundle", bundle());
        files.put("backup", backup());
        SampleFrames.all()
                .forEach((name, frame) -> files.computeIfAbsent(fileOf(frame), _ -> new ArrayList<>())
                        .add(frame(name, frame)));
        return Collections.unmodifiableMap(files);
    }

    private static List<Vector> backup() {
        RecoverySheet sheet = new RecoverySheet(Samples.seed(0x51));
        Bytes contentKey = Samples.seed(0x52);
        Bytes ephemeralSeed = Samples.seed(0x53);
        BackupHeader header = BackupHeader.make(SealingKeys.publicKey(sheet.backupSeed()), contentKey, ephemeralSeed);
        byte[] content = Samples.text("content").toArray();
        Bytes piece = Bytes.wrap(new BackupCipher(contentKey, header).seal(0, true, content, content.length));
        return List.of(Vector.of(
                        "one-piece",
                        "header, then the last piece",
                        header,
                        header.exact().plus(piece),
                        bytes -> BackupHeader.read(bytes.slice(0, BackupHeader.SIZE)))
                .with("content", Bytes.wrap(content))
                .with("contentKey", contentKey)
                .with("ephemeralSeed", ephemeralSeed)
                .with("sheet", Samples.seed(0x51))
                .with("privateKey", sheet.backupSeed()));
    }

    static List<Vector> of(String file) {
        return Objects.requireNonNull(ALL.get(file), file);
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
        return List.of(
                sponsorship("bob", "body of a sponsorship entry", Samples.sponsorship()),
                sponsorship("bob-again", "after he had left once", new Sponsorship(Samples.CIRCLE, Samples.BOB, 1)));
    }

    private static Vector sponsorship(String name, String description, Sponsorship sponsorship) {
        return Vector.of(
                name, description, sponsorship, CircleCodec.sponsorship(sponsorship), CircleCodec::sponsorship);
    }

    private static List<Vector> invitations() {
        Invitation byAddress = new Invitation(
                Samples.CIRCLE, Samples.BOB, new Endpoint("2001:db8::1", 65_535), Samples.filled(0xff, 16));
        Invitation atRelay = new Invitation(
                Samples.CIRCLE,
                Samples.BOB,
                new Endpoint("relay.example", 443),
                Optional.of(Samples.filled(0x78, 16)),
                Samples.filled(0x79, 16));
        return List.of(
                invitation("by-name", Samples.invitation()),
                invitation("by-address", byAddress),
                invitation("at-a-relay", atRelay));
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
        BundleHeader everybody =
                new BundleHeader(Samples.ALICE, Samples.bundle().circles(), Optional.empty(), 2);
        return List.of(bundleHeader("for-bob", Samples.bundle()), bundleHeader("for-everybody-second-part", everybody));
    }

    private static Vector bundleHeader(String name, BundleHeader header) {
        return Vector.of(name, "BundleHeader message", header, BundleCodec.header(header), BundleCodec::header);
    }

    /** What a reader of the file finds, and the file. */
    private static List<Vector> bundle() {
        List<Frame> frames = List.of(
                Objects.requireNonNull(SampleFrames.all().get("charters")),
                Objects.requireNonNull(SampleFrames.all().get("receipts")));
        Bytes file = Bytes.empty();
        List<BundlePiece> pieces = new ArrayList<>();
        pieces.add(new BundlePiece.Opened(Samples.bundle()));
        frames.forEach(frame -> pieces.add(new BundlePiece.Carried(frame)));
        pieces.add(new BundlePiece.Ended(new BundleEnd(frames.size(), false)));
        for (var writer = new BundleWriter(Samples.bundle(), frames.iterator()); writer.hasNext(); ) {
            file = file.plus(writer.next().bytes());
        }
        return List.of(Vector.of(
                "charters-and-receipts",
                "a whole file: what is in it, one after another",
                pieces,
                file,
                b -> new BundleReader().take(b.unsafeArray())));
    }
}

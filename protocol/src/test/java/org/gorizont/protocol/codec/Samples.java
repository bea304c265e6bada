// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.codec;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gorizont.protocol.crypto.Ed25519Signer;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.crypto.Sealing;
import org.gorizont.protocol.crypto.SealingKeys;
import org.gorizont.protocol.crypto.SigningContext;
import org.gorizont.protocol.frame.BundleHeader;
import org.gorizont.protocol.merkle.CompactRange;
import org.gorizont.protocol.merkle.Consistency;
import org.gorizont.protocol.merkle.ForkProof;
import org.gorizont.protocol.merkle.Forks;
import org.gorizont.protocol.merkle.HashSource;
import org.gorizont.protocol.merkle.Inclusion;
import org.gorizont.protocol.merkle.Proofs;
import org.gorizont.protocol.model.AddressRecord;
import org.gorizont.protocol.model.Body;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.Charter;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Endpoint;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.EntryRef;
import org.gorizont.protocol.model.Fraction;
import org.gorizont.protocol.model.Genesis;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.Head;
import org.gorizont.protocol.model.Header;
import org.gorizont.protocol.model.IdentityClaim;
import org.gorizont.protocol.model.Invitation;
import org.gorizont.protocol.model.Kind;
import org.gorizont.protocol.model.LineageStatement;
import org.gorizont.protocol.model.Link;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.Origin;
import org.gorizont.protocol.model.Receipt;
import org.gorizont.protocol.model.ReceiptLine;
import org.gorizont.protocol.model.RecordId;
import org.gorizont.protocol.model.RelayEndpoint;
import org.gorizont.protocol.model.Retention;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Scope;
import org.gorizont.protocol.model.Seal;
import org.gorizont.protocol.model.SealedBody;
import org.gorizont.protocol.model.Signed;
import org.gorizont.protocol.model.SignedHead;
import org.gorizont.protocol.model.Sponsorship;
import org.gorizont.protocol.model.Verb;

/**
 * One small network, the same in every run: alice and bob in one circle, alice with two changes of keys. Every secret
 * is {@link #seed} of its number.
 */
final class Samples {
    static final Instant NOW = Instant.parse("2026-09-01T08:30:00Z");

    static final int ALICE_SIGNING = 1;
    static final int ALICE_SEALING = 2;
    static final int ALICE_RECOVERY = 3;
    static final int BOB_SIGNING = 11;
    static final int BOB_SEALING = 12;
    static final int BOB_RECOVERY = 13;
    /** Added to the numbers of alice's keys with each epoch. */
    static final int EPOCH_STEP = 20;

    static final Genesis ALICE_GENESIS = genesis(ALICE_SIGNING);
    static final Genesis BOB_GENESIS = genesis(BOB_SIGNING);
    static final SchoolId ALICE = Hashing.schoolId(IdentityCodec.genesis(ALICE_GENESIS));
    static final SchoolId BOB = Hashing.schoolId(IdentityCodec.genesis(BOB_GENESIS));

    static final Charter CHARTER = new Charter(
            "Соседние школы",
            ALICE.compareTo(BOB) < 0 ? List.of(ALICE, BOB) : List.of(BOB, ALICE),
            2,
            Fraction.HALF,
            new Fraction(2, 3),
            Charter.RULE_VERSION,
            filled(0xc0, Charter.NONCE_SIZE));
    static final CircleId CIRCLE = Hashing.circleId(CircleCodec.charter(CHARTER));

    static final LogId CATALOGUE = new LogId(ALICE, Channel.CATALOGUE, Scope.everyCircle(), 0);
    static final LogId CONTROL = new LogId(ALICE, Channel.CONTROL, Scope.of(CIRCLE), 0);
    static final RecordId RECORD = new RecordId(filled(0x0a, RecordId.SIZE));

    static final Body BODY = new Body(filled(0x55, Body.SALT_SIZE), text("a body"));
    static final Bytes CONTENT_KEY = seed(0x71);
    static final Header HEADER = header(Verb.PUT, Retention.LATEST, Optional.empty(), List.of(), false);
    static final Entry ENTRY = LogCodec.entry(LogCodec.header(HEADER), Optional.of(BODY));
    static final Entry WITHDRAWN =
            LogCodec.entry(LogCodec.header(bodiless(Verb.WITHDRAW, Retention.LATEST)), Optional.empty());

    static final List<Hash> LEAVES = leaves(5, 3, "one");
    static final SignedHead HEAD =
            head(CATALOGUE, 5, CompactRange.empty().appendAll(LEAVES).root(), 2);

    private Samples() {}

    /** 32 bytes that all have this value. */
    static Bytes seed(int number) {
        return filled(number, Hash.SIZE);
    }

    static Bytes text(String text) {
        return Bytes.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    static Bytes filled(int value, int size) {
        byte[] bytes = new byte[size];
        Arrays.fill(bytes, (byte) value);
        return Bytes.wrap(bytes);
    }

    static Hash hash(int value) {
        return new Hash(filled(value, Hash.SIZE));
    }

    static List<Hash> hashes(int first, int count) {
        return IntStream.range(first, first + count).mapToObj(Samples::hash).toList();
    }

    static Ed25519Signer signer(int number) {
        return new Ed25519Signer(seed(number));
    }

    /** The genesis of the school whose signing key has this number; its other keys have the next ones. */
    static Genesis genesis(int signing) {
        return new Genesis(
                signer(signing).publicKey(),
                SealingKeys.publicKey(seed(signing + 1)),
                Hashing.recoveryCommitment(signer(signing + 2).publicKey()),
                filled(signing, Genesis.NONCE_SIZE));
    }

    /** Alice's chain with two links. */
    static IdentityClaim chain() {
        Signed<Link> first = link(1, ALICE.hash(), List.of(new Seal(CATALOGUE, 5, hash(0x30))));
        Signed<Link> second = link(2, Hashing.link(first.exact()), List.of());
        return new IdentityClaim(IdentityCodec.genesis(ALICE_GENESIS), ALICE_GENESIS, List.of(first, second));
    }

    private static Signed<Link> link(int epoch, Hash parent, List<Seal> seals) {
        int step = EPOCH_STEP * epoch;
        int recovery = ALICE_RECOVERY + EPOCH_STEP * (epoch - 1);
        Link link = new Link(
                ALICE,
                epoch,
                parent,
                signer(recovery).publicKey(),
                Hashing.recoveryCommitment(signer(ALICE_RECOVERY + step).publicKey()),
                signer(ALICE_SIGNING + step).publicKey(),
                SealingKeys.publicKey(seed(ALICE_SEALING + step)),
                seals);
        Bytes exact = IdentityCodec.link(link);
        return new Signed<>(link, exact, signer(recovery).sign(SigningContext.LINK, exact));
    }

    static Header header(
            Verb verb, Retention retention, Optional<Origin> origin, List<EntryRef> references, boolean sealed) {
        Bytes content = sealed ? LogCodec.sealedBody(sealedBody()) : BODY.content();
        return new Header(
                Header.VERSION,
                new Kind("practice", 1, 2),
                RECORD,
                verb,
                retention,
                origin,
                NOW,
                references,
                sealed,
                content.size(),
                Optional.of(Hashing.commitment(new Body(BODY.salt(), content))));
    }

    static Header bodiless(Verb verb, Retention retention) {
        return new Header(
                Header.VERSION,
                new Kind("practice", 1, 0),
                RECORD,
                verb,
                retention,
                Optional.empty(),
                NOW,
                List.of(),
                false,
                0,
                Optional.empty());
    }

    static List<EntryRef> references() {
        return List.of(
                new EntryRef(CONTROL, 0, hash(0x41)),
                new EntryRef(new LogId(BOB, Channel.CALENDAR, Scope.everyCircle(), 3), 7, hash(0x42)));
    }

    static SignedHead head(LogId log, long size, Hash root, long floor) {
        Head head = new Head(log, size, root, floor);
        Bytes exact = LogCodec.head(head);
        return new SignedHead(head, exact, signer(ALICE_SIGNING).sign(SigningContext.HEAD, exact));
    }

    static SealedBody sealedBody() {
        return Sealing.seal(BODY.content(), CONTENT_KEY, recipients());
    }

    static List<Sealing.Recipient> recipients() {
        return List.of(
                new Sealing.Recipient(ALICE, 0, ALICE_GENESIS.sealingKey(), seed(0x72)),
                new Sealing.Recipient(BOB, 0, BOB_GENESIS.sealingKey(), seed(0x73)));
    }

    static Signed<Receipt> receipt() {
        Receipt receipt = new Receipt(
                BOB,
                0,
                NOW,
                List.of(new ReceiptLine(CATALOGUE, 5, hash(0x30), 1), new ReceiptLine(CONTROL, 2, hash(0x31), 0)));
        Bytes exact = LogCodec.receipt(receipt);
        return new Signed<>(receipt, exact, signer(BOB_SIGNING).sign(SigningContext.RECEIPT, exact));
    }

    static Signed<AddressRecord> address() {
        AddressRecord address = new AddressRecord(
                ALICE,
                0,
                9,
                List.of(new Endpoint("school.example", 443), new Endpoint("2001:db8::1", 7443)),
                List.of(new RelayEndpoint(new Endpoint("relay.example", 443), filled(0x77, RelayEndpoint.TOKEN_SIZE))));
        Bytes exact = IdentityCodec.address(address);
        return new Signed<>(address, exact, signer(ALICE_SIGNING).sign(SigningContext.ADDRESS, exact));
    }

    static Signed<LineageStatement> lineage() {
        LineageStatement lineage = new LineageStatement(ALICE, 0, 17, filled(0x78, LineageStatement.TOKEN_SIZE));
        Bytes exact = IdentityCodec.lineage(lineage);
        return new Signed<>(lineage, exact, signer(ALICE_SIGNING).sign(SigningContext.LINEAGE, exact));
    }

    static Sponsorship sponsorship() {
        return Sponsorship.first(CIRCLE, BOB);
    }

    static Invitation invitation() {
        return new Invitation(
                CIRCLE, ALICE, new Endpoint("school.example", 7443), filled(0x79, Invitation.SECRET_SIZE));
    }

    /** Leaves of a log of which all but the first {@code common} are the branch's own. */
    static List<Hash> leaves(int size, int common, String branch) {
        return IntStream.range(0, size)
                .mapToObj(i -> (i < common ? "entry " : branch + " ") + i)
                .map(text -> Hashing.leaf(text(text)))
                .toList();
    }

    static HashSource tree(List<Hash> leaves) {
        return (level, index) -> CompactRange.empty()
                .appendAll(leaves.subList((int) index << level, (int) (index + 1) << level))
                .root();
    }

    static SignedHead headOf(List<Hash> leaves) {
        return head(
                CATALOGUE, leaves.size(), CompactRange.empty().appendAll(leaves).root(), 0);
    }

    static Consistency consistency() {
        return Proofs.consistency(3, 5, tree(LEAVES));
    }

    static Inclusion inclusion() {
        return Proofs.inclusion(2, 5, tree(LEAVES));
    }

    /** Three common entries, then two on one branch and three on the other. */
    static ForkProof forkProof() {
        List<Hash> other = leaves(6, 3, "other");
        return Forks.make(HEAD, tree(LEAVES), headOf(other), tree(other)).orElseThrow();
    }

    static BundleHeader bundle() {
        return new BundleHeader(ALICE, List.of(new BundleHeader.Circle(CIRCLE, CHARTER.name())), Optional.of(BOB), 1);
    }
}

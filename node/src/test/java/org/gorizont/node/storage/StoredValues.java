// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.storage;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.gorizont.protocol.codec.IdentityCodec;
import org.gorizont.protocol.codec.LogCodec;
import org.gorizont.protocol.codec.Malformed;
import org.gorizont.protocol.core.Arrival;
import org.gorizont.protocol.core.Joining;
import org.gorizont.protocol.core.OpenInvitation;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.merkle.ForkProof;
import org.gorizont.protocol.model.AddressRecord;
import org.gorizont.protocol.model.Body;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Endpoint;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.Genesis;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.Head;
import org.gorizont.protocol.model.Header;
import org.gorizont.protocol.model.IdentityChain;
import org.gorizont.protocol.model.Invitation;
import org.gorizont.protocol.model.Kind;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.PublicKey;
import org.gorizont.protocol.model.Receipt;
import org.gorizont.protocol.model.ReceiptLine;
import org.gorizont.protocol.model.RecordId;
import org.gorizont.protocol.model.RelayEndpoint;
import org.gorizont.protocol.model.Retention;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Scope;
import org.gorizont.protocol.model.SealingKey;
import org.gorizont.protocol.model.Signature;
import org.gorizont.protocol.model.Signed;
import org.gorizont.protocol.model.SignedHead;
import org.gorizont.protocol.model.Verb;

/** Well-formed values for tests of stores. Signatures are any 64 bytes: a store does not ask. */
final class StoredValues {
    static final SchoolId ALICE = new SchoolId(hash("alice"));
    static final SchoolId BOB = new SchoolId(hash("bob"));
    static final CircleId NORTH = new CircleId(hash("north"));
    static final CircleId SOUTH = new CircleId(hash("south"));

    private StoredValues() {}

    static Hash hash(String of) {
        return Hashing.leaf(Bytes.wrap(of.getBytes(StandardCharsets.UTF_8)));
    }

    static Bytes bytes(String of, int size) {
        byte[] bytes = new byte[size];
        byte[] seed = hash(of).bytes().unsafeArray();
        for (int i = 0; i < size; i++) {
            bytes[i] = seed[i % seed.length];
        }
        return Bytes.wrap(bytes);
    }

    static LogId log(SchoolId school) {
        return new LogId(school, Channel.CATALOGUE, Scope.everyCircle(), 0);
    }

    /** An entry with a body of {@code bodySize} bytes. */
    static Entry entry(String name, int bodySize) {
        Body body = new Body(bytes(name + " salt", Body.SALT_SIZE), bytes(name, bodySize));
        Header header = header(name, Verb.PUT, bodySize, Optional.of(Hashing.commitment(body)));
        return LogCodec.entry(LogCodec.header(header), Optional.of(body));
    }

    /** An entry that has no body and never had one. */
    static Entry withdrawal(String name) {
        return bodiless(name, Verb.WITHDRAW);
    }

    static Entry erasure(String name) {
        return bodiless(name, Verb.ERASE);
    }

    private static Entry bodiless(String name, Verb verb) {
        return LogCodec.entry(LogCodec.header(header(name, verb, 0, Optional.empty())), Optional.empty());
    }

    static RecordId record(String name) {
        return new RecordId(bytes(name, RecordId.SIZE));
    }

    static List<Entry> entries(int count, int bodySize) {
        return LongStream.range(0, count)
                .mapToObj(i -> entry("entry " + i, bodySize))
                .toList();
    }

    private static Header header(String name, Verb verb, int bodyLength, Optional<Hash> commitment) {
        return new Header(
                Header.VERSION,
                new Kind("practice", 1, 0),
                record(name),
                verb,
                Retention.LATEST,
                Optional.empty(),
                Instant.ofEpochMilli(1_700_000_000_000L),
                List.of(),
                false,
                bodyLength,
                commitment);
    }

    static SignedHead head(LogId log, long size) {
        return readable(() -> LogCodec.signedHead(
                LogCodec.head(new Head(log, size, hash("root " + size), 0)), signature("head " + size)));
    }

    static IdentityChain chain(String name) {
        Genesis genesis = new Genesis(
                new PublicKey(bytes(name, PublicKey.SIZE)),
                new SealingKey(bytes(name + " sealing", SealingKey.SIZE)),
                hash(name + " recovery"),
                bytes(name, Genesis.NONCE_SIZE));
        Bytes exact = IdentityCodec.genesis(genesis);
        return new IdentityChain(Hashing.schoolId(exact), exact, genesis, List.of());
    }

    static Signed<Receipt> receipt(SchoolId holder, long size, LogId... logs) {
        List<ReceiptLine> lines = List.of(logs).stream()
                .map(log -> new ReceiptLine(log, size, hash("root " + size), 0))
                .toList();
        Receipt receipt = new Receipt(holder, 0, Instant.ofEpochMilli(size), lines);
        return readable(() -> LogCodec.signedReceipt(LogCodec.receipt(receipt), signature("receipt")));
    }

    static Signed<AddressRecord> address(SchoolId school, long serial) {
        AddressRecord address =
                new AddressRecord(school, 0, serial, List.of(new Endpoint("school.example", 4040)), List.of());
        return readable(() -> IdentityCodec.signedAddress(IdentityCodec.address(address), signature("address")));
    }

    static ForkProof fork(LogId log, long index) {
        return new ForkProof(
                head(log, index + 1),
                head(log, index + 2),
                index,
                hash("one"),
                hash("other"),
                List.of(hash("a")),
                List.of(hash("b")));
    }

    static OpenInvitation invitation(CircleId circle, String secret) {
        return new OpenInvitation(circle, bytes(secret, Invitation.SECRET_SIZE), bytes("salt", Body.SALT_SIZE));
    }

    static Joining joining(CircleId circle) {
        return new Joining(
                new Invitation(circle, BOB, new Endpoint("школа.рф", 443), bytes("secret", Invitation.SECRET_SIZE)));
    }

    static Joining joiningAtARelay(CircleId circle) {
        return new Joining(new Invitation(
                circle,
                BOB,
                new Endpoint("relay.example", 65_535),
                Optional.of(bytes("token", RelayEndpoint.TOKEN_SIZE)),
                bytes("secret", Invitation.SECRET_SIZE)));
    }

    static Arrival arrival(long number, LogId log) {
        return new Arrival(number, log, number * 10, number * 10 + 5);
    }

    static Signature signature(String of) {
        return new Signature(bytes(of, Signature.SIZE));
    }

    private static <T> T readable(Reading<T> reading) {
        try {
            return reading.read();
        } catch (Malformed e) {
            throw new IllegalStateException(e);
        }
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read() throws Malformed;
    }
}

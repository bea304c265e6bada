// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.Header;
import org.gorizont.protocol.model.Origin;
import org.gorizont.protocol.model.Retention;
import org.gorizont.protocol.model.Verb;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntryReadingTest {
    private static final Bytes BYTES = LogCodec.header(Samples.HEADER);

    static Stream<Header> headers() {
        Origin origin = new Origin(1, 7, Samples.hash(0x43));
        return Stream.of(
                Samples.HEADER,
                Samples.header(Verb.PUT, Retention.HISTORY, Optional.of(origin), Samples.references(), true),
                Samples.header(Verb.REPLACE, Retention.LATEST, Optional.empty(), Samples.references(), false),
                Samples.bodiless(Verb.WITHDRAW, Retention.LATEST),
                Samples.bodiless(Verb.ERASE, Retention.HISTORY));
    }

    private static Entry read(Bytes headerBytes) {
        return LogCodec.entry(headerBytes, Optional.of(Samples.BODY));
    }

    private static void isVoid(Bytes headerBytes) {
        Entry entry = read(headerBytes);

        assertEquals(Optional.empty(), entry.header());
        assertEquals(headerBytes, entry.headerBytes());
        assertEquals(Hashing.leaf(headerBytes), entry.hash());
        assertEquals(Optional.of(Samples.BODY), entry.body());
    }

    @ParameterizedTest
    @MethodSource("headers")
    void readsWhatItWrote(Header header) {
        Bytes bytes = LogCodec.header(header);

        Entry entry = read(bytes);

        assertEquals(Optional.of(header), entry.header());
        assertEquals(Hashing.leaf(bytes), entry.hash());
    }

    @ParameterizedTest
    @MethodSource("headers")
    void truncatedHeaderIsVoidOrAnotherEntryW02(Header header) {
        Bytes bytes = LogCodec.header(header);

        for (int size = 0; size < bytes.size(); size++) {
            Entry cut = read(bytes.slice(0, size));
            assertNotEquals(Optional.of(header), cut.header());
            assertNotEquals(Hashing.leaf(bytes), cut.hash());
        }
    }

    @Test
    void flippedHeaderIsVoidOrAnotherEntryW03() {
        for (int bit = 0; bit < BYTES.size() * Byte.SIZE; bit++) {
            Entry flipped = read(Raw.flip(BYTES, bit));
            assertNotEquals(Optional.of(Samples.HEADER), flipped.header());
            assertNotEquals(Hashing.leaf(BYTES), flipped.hash());
        }
    }

    @Test
    void ambiguousHeaderIsVoidW05W06() {
        isVoid(BYTES.plus(Raw.number(1, 1)));
        isVoid(BYTES.plus(Raw.tag(900, 3)).plus(Raw.tag(900, 4)));
        isVoid(BYTES.plus(Bytes.ofHex("a03880 00".replace(" ", ""))));
        isVoid(Bytes.empty());
    }

    @Test
    void fieldsInAnotherOrderAreTheSameHeaderInOtherBytesW07() {
        Bytes version = Raw.number(1, 1);
        assertEquals(version, BYTES.slice(0, version.size()));

        Entry entry = read(BYTES.slice(version.size(), BYTES.size()).plus(version));

        assertEquals(Optional.of(Samples.HEADER), entry.header());
        assertNotEquals(Hashing.leaf(BYTES), entry.hash());
    }

    @Test
    void unknownFieldsAreNoHindranceW08() {
        assertEquals(
                Optional.of(Samples.HEADER),
                read(BYTES.plus(Raw.block(900, BYTES))).header());
    }

    @Test
    void unknownEnumValuesAreKeptUnreadW08() {
        Bytes verb = Raw.number(4, 1);
        Bytes retention = Raw.number(5, 1);

        isVoid(replaced(BYTES, verb, Raw.number(4, 9)));
        isVoid(replaced(BYTES, verb, Raw.number(4, -9)));
        isVoid(replaced(BYTES, retention, Raw.number(5, 3)));
        isVoid(replaced(BYTES, verb, Bytes.empty()));
    }

    @Test
    void newerVersionIsKeptUnreadW32() {
        isVoid(replaced(BYTES, Raw.number(1, 1), Raw.number(1, 2)));
    }

    @Test
    void moreReferencesThanTheLimitAreVoidW10() {
        Bytes reference = Raw.block(
                8, Raw.block(1, ToWire.bytes(ToWire.log(Samples.CATALOGUE))).plus(Raw.block(3, Bytes.zeros(32))));

        Entry most = read(BYTES.plus(Raw.repeat(reference, Header.MAX_REFERENCES)));
        assertEquals(
                Header.MAX_REFERENCES, most.header().orElseThrow().references().size());
        isVoid(BYTES.plus(Raw.repeat(reference, Header.MAX_REFERENCES + 1)));
        isVoid(BYTES.plus(Raw.repeat(Raw.block(8, Bytes.empty()), 10_000_000)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void headerAtItsLimitIsReadAndBeyondItIsNotW11(int more) {
        int padding = Limits.HEADER_BYTES
                - BYTES.size()
                - Raw.block(900, Bytes.zeros(1_000)).size()
                + 1_000
                + more;

        Entry entry = read(BYTES.plus(Raw.block(900, Bytes.zeros(padding))));

        assertEquals(Limits.HEADER_BYTES + more, entry.headerBytes().size());
        assertEquals(more == 0, entry.header().isPresent());
    }

    @Test
    void bodyLengthBeyondTheLimitStaysReadableForTheGateW11() {
        Bytes length = Raw.number(10, Samples.BODY.content().size());

        Entry entry = read(replaced(BYTES, length, Raw.number(10, Limits.BODY_BYTES + 1)));

        assertEquals(Limits.BODY_BYTES + 1, entry.header().orElseThrow().bodyLength());
    }

    @Test
    void kindWithOtherCharactersIsVoidW12W14() {
        Bytes kind = Samples.text("practice");

        isVoid(replaced(BYTES, kind, Samples.text("practi\0e")));
        isVoid(replaced(BYTES, kind, Samples.text("PRACTICE")));
        isVoid(replaced(BYTES, kind, Samples.text("practiс")));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, -11_676_096_000_000L, 253_402_300_799_999L, Long.MIN_VALUE, Long.MAX_VALUE})
    void anyClaimedTimeIsReadW26(long millis) {
        Bytes zigzag = Raw.number(7, (millis << 1) ^ (millis >> 63));
        long now = Samples.NOW.toEpochMilli();

        Entry entry = read(replaced(BYTES, Raw.number(7, now << 1), zigzag));

        assertEquals(Instant.ofEpochMilli(millis), entry.header().orElseThrow().claimedAt());
    }

    @Test
    void commitmentMustFitTheVerb() {
        Bytes bodiless = LogCodec.header(Samples.bodiless(Verb.ERASE, Retention.LATEST));

        isVoid(bodiless.plus(Raw.block(11, Bytes.zeros(32))));
        isVoid(bodiless.plus(Raw.number(10, 5)));
        isVoid(BYTES.slice(0, BYTES.size() - 34));
        isVoid(replaced(BYTES, Raw.number(4, 1), Raw.number(4, 3)));
    }

    static List<Bytes> shortFields() {
        return List.of(
                replaced(BYTES, Raw.block(3, Samples.RECORD.bytes()), Raw.block(3, Bytes.zeros(15))),
                replaced(BYTES, Raw.block(3, Samples.RECORD.bytes()), Bytes.empty()),
                BYTES.plus(Raw.block(6, Raw.block(3, Bytes.zeros(31)))),
                BYTES.plus(Raw.block(8, Bytes.empty())),
                BYTES.slice(0, BYTES.size() - 34).plus(Raw.block(11, Bytes.zeros(31))));
    }

    @ParameterizedTest
    @MethodSource("shortFields")
    void fieldsOfWrongSizeAreVoid(Bytes header) {
        isVoid(header);
    }

    private static Bytes replaced(Bytes whole, Bytes part, Bytes by) {
        for (int at = 0; at + part.size() <= whole.size(); at++) {
            if (whole.slice(at, at + part.size()).equals(part)) {
                return whole.slice(0, at).plus(by).plus(whole.slice(at + part.size(), whole.size()));
            }
        }
        throw new IllegalArgumentException(part + " is not in " + whole);
    }
}

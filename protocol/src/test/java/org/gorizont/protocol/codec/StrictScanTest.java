// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.codec;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Struct;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.wire.v1.ExchangeWire;
import org.gorizont.protocol.wire.v1.LogWire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictScanTest {
    private static final Descriptor HEAD = LogWire.Head.getDescriptor();
    private static final Descriptor HEADER = LogWire.Header.getDescriptor();
    private static final Descriptor QUERY = ExchangeWire.Query.getDescriptor();
    private static final Descriptor WANT = ExchangeWire.Want.getDescriptor();
    private static final Descriptor ITEMS = ExchangeWire.ItemVector.getDescriptor();

    private static void accepts(Descriptor type, Bytes bytes) {
        assertDoesNotThrow(() -> StrictScan.check(bytes.unsafeArray(), type));
    }

    private static String refuses(Descriptor type, Bytes bytes) {
        return assertThrows(Malformed.class, () -> StrictScan.check(bytes.unsafeArray(), type))
                .getMessage();
    }

    @Test
    void messageNamesFieldAndProblem() {
        assertEquals("Head.size stands more than 1 times", refuses(HEAD, Raw.repeat(Raw.number(3, 5), 2)));
        assertEquals("Query.text contains NUL", refuses(QUERY, Raw.block(2, Bytes.ofHex("6100"))));
    }

    @ParameterizedTest
    @ValueSource(longs = {5, Integer.MAX_VALUE, 1L << 62, Long.MAX_VALUE, 1L << 63, -1})
    void refusesLengthsBeyondTheBytesW04(long length) {
        refuses(HEAD, Raw.tag(4, WireReader.LENGTH).plus(Raw.varint(length)).plus(Bytes.ofHex("01020304")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1880", "18", "80", "ff", "2202ff", "0a", "1d010203", "1901020304050607"})
    void refusesBytesThatEndInsideAFieldW02(String hex) {
        refuses(HEAD, Bytes.ofHex(hex));
    }

    @Test
    void acceptsNumbersInShortestForm() {
        accepts(HEAD, Bytes.ofHex("1800"));
        accepts(HEAD, Raw.number(3, Long.MAX_VALUE));
        // An unknown field may use all 64 bits.
        accepts(HEAD, Raw.number(900, -1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "188000", // 0 in two bytes
                "18ffffffffffffffffff8001", // eleven bytes
                "18ffffffffffffffffff02", // 65 bits
                "980005" // a tag in two bytes
            })
    void refusesSuperfluousNumberBytesW05(String hex) {
        refuses(HEAD, Bytes.ofHex(hex));
    }

    @Test
    void refusesNumbersOutOfRangeW05() {
        refuses(HEAD, Raw.number(1, 1L << 31));
        refuses(HEAD, Raw.number(3, 1L << 63));
        refuses(HEADER, Raw.number(9, 2));
        refuses(HEADER, Raw.number(4, 1L << 32));
        accepts(HEAD, Raw.number(1, Integer.MAX_VALUE));
        accepts(HEADER, Raw.number(7, -1));
        accepts(HEADER, Raw.number(4, -1));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 6, 7})
    void refusesGroupsAndUnknownWireTypesW05(int wireType) {
        refuses(HEAD, Raw.tag(900, wireType).plus(Raw.repeat(Bytes.ofHex("00"), 16)));
        refuses(HEAD, Raw.tag(3, wireType).plus(Raw.repeat(Bytes.ofHex("00"), 16)));
    }

    @Test
    void refusesKnownFieldsOfAnotherWireTypeW05() {
        refuses(HEAD, Raw.block(3, Bytes.ofHex("05")));
        refuses(HEAD, Raw.number(4, 5));
        refuses(HEAD, Raw.tag(3, WireReader.FIXED64).plus(Bytes.zeros(8)));
        refuses(HEAD, Raw.tag(3, WireReader.FIXED32).plus(Bytes.zeros(4)));
    }

    @Test
    void refusesFieldNumbersOutOfRangeW05() {
        refuses(HEAD, Bytes.ofHex("0000"));
        refuses(HEAD, Raw.number(1 << 28, 0).plus(Raw.varint((1L << 32) | 8)).plus(Bytes.ofHex("00")));
        accepts(HEAD, Raw.number((1 << 29) - 1, 0));
    }

    @Test
    void refusesSingularFieldTwiceW06() {
        refuses(HEAD, Raw.repeat(Raw.number(1, 1), 2));
        refuses(HEAD, Raw.repeat(Raw.block(2, Bytes.empty()), 2));
        refuses(HEAD, Raw.block(2, Raw.repeat(Raw.number(2, 1), 2)));
    }

    @Test
    void refusesTwoKindsOfOneFrameW06() {
        Descriptor frame = ExchangeWire.Frame.getDescriptor();

        refuses(frame, Raw.block(2, Bytes.empty()).plus(Raw.block(10, Bytes.empty())));
        accepts(frame, Raw.block(2, Bytes.empty()).plus(Raw.block(900, Bytes.empty())));
    }

    @Test
    void acceptsFieldsInAnyOrderW07() {
        accepts(HEAD, Raw.number(5, 1).plus(Raw.number(3, 1)).plus(Raw.number(1, 1)));
    }

    @Test
    void skipsUnknownFieldsUnreadW08() {
        Bytes unknown = Raw.block(900, Bytes.ofHex("ffffffffff"))
                .plus(Raw.number(901, 7))
                .plus(Raw.tag(902, WireReader.FIXED64).plus(Bytes.zeros(8)))
                .plus(Raw.tag(903, WireReader.FIXED32).plus(Bytes.zeros(4)));

        accepts(HEAD, Raw.repeat(unknown, 3));
    }

    @Test
    void refusesGroupsNestedTwoHundredThousandDeepW09() {
        refuses(HEAD, Raw.repeat(Raw.tag(900, 3), 200_000));
        refuses(HEAD, Raw.repeat(Raw.tag(2, 3), 200_000));
    }

    /** Struct is a message that contains itself; none of ours does. */
    @Test
    void refusesMessagesNestedDeeperThanTheLimitW09() {
        accepts(Struct.getDescriptor(), nested(Limits.NESTING));
        assertTrue(refuses(Struct.getDescriptor(), nested(Limits.NESTING + 1)).contains("nested deeper"));
        refuses(Struct.getDescriptor(), nested(101));
    }

    /** So many messages, each in the one before: Struct, its map entry, Value, Struct and so on. */
    private static Bytes nested(int depth) {
        int[] fieldOfLevel = {1, 2, 5};
        Bytes message = Bytes.empty();
        for (int level = depth - 2; level >= 0; level--) {
            message = Raw.block(fieldOfLevel[level % fieldOfLevel.length], message);
        }
        return message;
    }

    @Test
    void refusesLongerListsThanTheLimitW10() {
        Bytes one = Raw.number(4, 1);

        accepts(WANT, Raw.repeat(one, Limits.REPEATED));
        refuses(WANT, Raw.repeat(one, Limits.REPEATED + 1));
        accepts(WANT, Raw.block(4, Raw.repeat(Raw.varint(1), Limits.REPEATED)));
        refuses(WANT, Raw.block(4, Raw.repeat(Raw.varint(1), Limits.REPEATED + 1)));
        refuses(WANT, Raw.block(4, Raw.repeat(Raw.varint(1), Limits.REPEATED)).plus(one));
    }

    @Test
    void refusesTenMillionElementsW10() {
        refuses(WANT, Raw.repeat(Raw.number(4, 1), 10_000_000));
        refuses(WANT, Raw.block(4, Raw.repeat(Raw.varint(1), 10_000_000)));
    }

    @Test
    void longListsHaveTheirOwnLimitsW10() {
        accepts(ITEMS, Raw.block(6, Bytes.zeros(Long.BYTES * Limits.ITEMS_IN_FRAME)));
        refuses(ITEMS, Raw.block(6, Bytes.zeros(Long.BYTES * (Limits.ITEMS_IN_FRAME + 1))));
        refuses(ITEMS, Raw.block(6, Bytes.zeros(Long.BYTES + 1)));
        Descriptor entries = ExchangeWire.Entries.getDescriptor();
        accepts(entries, Raw.repeat(Raw.block(3, Bytes.empty()), Limits.ENTRIES_IN_FRAME));
        refuses(entries, Raw.repeat(Raw.block(3, Bytes.empty()), Limits.ENTRIES_IN_FRAME + 1));
        Descriptor page = ExchangeWire.CursorPage.getDescriptor();
        accepts(page, Raw.repeat(Raw.block(6, Bytes.empty()), Limits.HEADS_IN_FRAME));
        refuses(page, Raw.repeat(Raw.block(6, Bytes.empty()), Limits.HEADS_IN_FRAME + 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ff", // never a byte of UTF-8
                "c328", // continuation missing
                "c080", // NUL in two bytes
                "eda080", // a lone surrogate
                "eda080edb080", // a pair of surrogates, each encoded
                "f4908080", // beyond U+10FFFF
                "f8888080 80", // five bytes
                "d0", // cut
                "610062" // NUL
            })
    void refusesTextThatIsNoUtf8OrHasNulW12(String hex) {
        refuses(QUERY, Raw.block(2, Bytes.ofHex(hex.replace(" ", ""))));
    }

    @Test
    void acceptsTextOfAnyScriptW12() {
        accepts(QUERY, Raw.block(2, Samples.text("Кабинет физики, 化学, 🔬, e\u0301")));
        accepts(QUERY, Raw.block(2, Bytes.empty()));
    }
}

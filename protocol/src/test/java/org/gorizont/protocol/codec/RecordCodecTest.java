// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.gorizont.protocol.domain.AvailabilityCard;
import org.gorizont.protocol.domain.Card;
import org.gorizont.protocol.domain.Cards;
import org.gorizont.protocol.domain.Kinds;
import org.gorizont.protocol.domain.Slot;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Kind;
import org.gorizont.protocol.wire.v1.RecordsWire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class RecordCodecTest {
    private static final LocalDate THURSDAY = LocalDate.of(2026, 3, 12);

    static Stream<Card> cards() {
        return Stream.of(
                Cards.school("Лесная школа"),
                Cards.centre(),
                Cards.practice("Кислотность почвы", "1. Взять пробу\n2. Измерить"),
                Cards.resource("microscope", 15, 2),
                Cards.availability(
                        Cards.MICROSCOPES,
                        List.of(Cards.slot(THURSDAY, 4, Slot.State.FREE), Cards.slot(THURSDAY, 5, Slot.State.BUSY))),
                new AvailabilityCard(Cards.MICROSCOPES, false, "Asia/Tomsk", List.of(), false));
    }

    @ParameterizedTest
    @MethodSource("cards")
    void readsWhatItWrote(Card card) {
        assertEquals(new Reading.Read(card), RecordCodec.decode(card.kind(), RecordCodec.encode(card)));
    }

    @ParameterizedTest
    @MethodSource("cards")
    void readsCardsOfNewerMinorVersions(Card card) {
        Kind newer = new Kind(card.kind().type(), card.kind().major(), 7);

        assertEquals(new Reading.Read(card), RecordCodec.decode(newer, RecordCodec.encode(card)));
    }

    @Test
    void leavesUnknownKindsAndMajorVersionsUnread() {
        Bytes body = RecordCodec.encode(Cards.centre());

        assertEquals(new Reading.Unread(), RecordCodec.decode(new Kind("centre", 2, 0), body));
        assertEquals(new Reading.Unread(), RecordCodec.decode(new Kind("orchard", 1, 0), body));
    }

    @ParameterizedTest
    @MethodSource("cards")
    void truncatedBodiesNeverThrowW02(Card card) {
        Bytes whole = RecordCodec.encode(card);

        for (int length = 0; length < whole.size(); length++) {
            RecordCodec.decode(card.kind(), whole.slice(0, length));
        }
        assertInstanceOf(Reading.Void.class, RecordCodec.decode(card.kind(), whole.slice(0, whole.size() - 1)));
    }

    @ParameterizedTest
    @MethodSource("cards")
    void flippedBitsNeverThrowW03(Card card) {
        byte[] body = RecordCodec.encode(card).toArray();

        for (int bit = 0; bit < body.length * Byte.SIZE; bit++) {
            body[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            RecordCodec.decode(card.kind(), Bytes.copyOf(body));
            body[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
        }
        assertEquals(new Reading.Read(card), RecordCodec.decode(card.kind(), Bytes.copyOf(body)));
    }

    @Test
    void textThatIsNoUtf8IsVoidW12() {
        assertVoid(Kinds.CENTRE, unknownField(3, new byte[] {(byte) 0xC3, 0x28}));
        assertVoid(Kinds.CENTRE, unknownField(3, new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80}));
        assertVoid(Kinds.CENTRE, unknownField(3, new byte[] {'a', 0}));
    }

    @Test
    void numberWithSuperfluousBytesIsVoidW05() {
        assertVoid(Kinds.CENTRE, Bytes.ofHex("10e58f8000"));
        assertVoid(Kinds.CENTRE, Bytes.ofHex("10ffffffffffffffffffff01"));
        assertVoid(Kinds.CENTRE, Bytes.ofHex("1de58f0000"));
    }

    @Test
    void singularFieldTwiceIsVoidW06() {
        assertVoid(Kinds.CENTRE, Bytes.ofHex("1a0161" + "1a0162"));
    }

    @Test
    void fieldsOutOfOrderAreReadW07() {
        assertInstanceOf(Reading.Read.class, RecordCodec.decode(Kinds.CENTRE, Bytes.ofHex("1a0161" + "10e50f")));
    }

    @Test
    void nestedGroupsAreVoidW09() {
        assertVoid(Kinds.SCHOOL, Bytes.ofHex("0a0161" + "3b".repeat(30_000)));
    }

    @Test
    void directionOverrideIsVoidW13() {
        RecordsWire.Centre centre =
                RecordsWire.Centre.newBuilder().setAbout("\u202Egpj").build();

        assertVoid(Kinds.CENTRE, Bytes.wrap(centre.toByteArray()));
    }

    @Test
    void newerSlotStateIsLeftUnreadW08() {
        RecordsWire.Availability newer = availability(RecordsWire.Slot.newBuilder()
                .setEpochDay(20_000)
                .setShift(1)
                .setEndMinute(45)
                .setStateValue(9));

        assertEquals(new Reading.Unread(), RecordCodec.decode(Kinds.AVAILABILITY, Bytes.wrap(newer.toByteArray())));
    }

    @Test
    void unknownFieldsAreNoHindranceW08() {
        Bytes body = RecordCodec.encode(Cards.centre()).plus(unknownField(99, new byte[] {1, 2, 3}));

        assertEquals(new Reading.Read(Cards.centre()), RecordCodec.decode(Kinds.CENTRE, body));
    }

    @Test
    void singularFieldTwiceAndLongNumbersAreVoidW05W06() {
        Bytes body = RecordCodec.encode(Cards.centre());

        assertVoid(Kinds.CENTRE, body.plus(unknownField(3, new byte[] {'a'})));
        assertVoid(Kinds.CENTRE, Bytes.ofHex("10e58f00"));
    }

    @Test
    void slotWithoutStateOrOutsideTheDayIsVoid() {
        RecordsWire.Slot.Builder slot =
                RecordsWire.Slot.newBuilder().setEpochDay(20_000).setShift(1).setEndMinute(45);
        RecordsWire.SlotState free = RecordsWire.SlotState.SLOT_STATE_FREE;

        assertVoid(Kinds.AVAILABILITY, Bytes.wrap(availability(slot).toByteArray()));
        assertVoid(
                Kinds.AVAILABILITY,
                Bytes.wrap(
                        availability(slot.setState(free).setEndMinute(24 * 60)).toByteArray()));
        assertVoid(
                Kinds.AVAILABILITY,
                Bytes.wrap(availability(slot.setState(free).setEndMinute(-1)).toByteArray()));
    }

    private static RecordsWire.Availability availability(RecordsWire.Slot.Builder slot) {
        return RecordsWire.Availability.newBuilder()
                .setResource(ByteString.copyFrom(Cards.MICROSCOPES.bytes().unsafeArray()))
                .setStated(true)
                .addSlots(slot)
                .build();
    }

    private static Bytes unknownField(int number, byte[] value) {
        return Bytes.wrap(UnknownFieldSet.newBuilder()
                .addField(
                        number,
                        UnknownFieldSet.Field.newBuilder()
                                .addLengthDelimited(ByteString.copyFrom(value))
                                .build())
                .build()
                .toByteArray());
    }

    private static void assertVoid(Kind kind, Bytes body) {
        assertInstanceOf(Reading.Void.class, RecordCodec.decode(kind, body));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.frame.BundleEnd;
import org.gorizont.protocol.frame.BundleHeader;
import org.gorizont.protocol.frame.RelayPreamble;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.IdentityClaim;
import org.gorizont.protocol.model.Link;
import org.gorizont.protocol.model.Signature;
import org.gorizont.protocol.model.Signed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that is read by itself, outside of a frame. */
class StatementCodecTest {
    private static final Signature SIGNATURE = Samples.HEAD.signature();

    /** A value, its bytes, and how to read them. */
    record Sample(String name, Object value, Bytes bytes, FromWire.Reader<Bytes, Object> reader) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Sample> samples() {
        Signed<Link> link = Samples.chain().links().getFirst();
        RelayPreamble preamble = new RelayPreamble(Samples.filled(0x77, 16), true);
        Bytes framed = RelayCodec.preamble(preamble);
        BundleHeader bundle = Samples.bundle();
        return Stream.of(
                new Sample(
                        "genesis",
                        Samples.ALICE_GENESIS,
                        IdentityCodec.genesis(Samples.ALICE_GENESIS),
                        IdentityCodec::genesis),
                new Sample(
                        "link",
                        link.value(),
                        link.exact(),
                        b -> IdentityCodec.signedLink(b, SIGNATURE).value()),
                new Sample("chain", Samples.chain(), IdentityCodec.chain(Samples.chain()), IdentityCodec::chain),
                new Sample(
                        "address",
                        Samples.address().value(),
                        Samples.address().exact(),
                        b -> IdentityCodec.signedAddress(b, SIGNATURE).value()),
                new Sample(
                        "lineage",
                        Samples.lineage().value(),
                        Samples.lineage().exact(),
                        b -> IdentityCodec.signedLineage(b, SIGNATURE).value()),
                new Sample(
                        "receipt",
                        Samples.receipt().value(),
                        Samples.receipt().exact(),
                        b -> LogCodec.signedReceipt(b, SIGNATURE).value()),
                new Sample("charter", Samples.CHARTER, CircleCodec.charter(Samples.CHARTER), CircleCodec::charter),
                new Sample(
                        "sponsorship",
                        Samples.sponsorship(),
                        CircleCodec.sponsorship(Samples.sponsorship()),
                        CircleCodec::sponsorship),
                new Sample(
                        "sealed body",
                        Samples.sealedBody(),
                        LogCodec.sealedBody(Samples.sealedBody()),
                        LogCodec::sealedBody),
                new Sample(
                        "fork proof",
                        Samples.forkProof(),
                        LogCodec.forkProof(Samples.forkProof()),
                        LogCodec::forkProof),
                new Sample("bundle header", bundle, BundleCodec.header(bundle), BundleCodec::header),
                new Sample(
                        "bundle end", new BundleEnd(7, true), BundleCodec.end(new BundleEnd(7, true)), (FromWire.Reader<
                                        Bytes, Object>)
                                BundleCodec::end),
                new Sample(
                        "relay preamble",
                        preamble,
                        framed.slice(RelayCodec.LENGTH_SIZE, framed.size()),
                        RelayCodec::preamble));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void readsWhatItWrote(Sample sample) throws Malformed {
        assertEquals(sample.value(), sample.reader().read(sample.bytes()));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void truncatedBytesAreNeverTheSameValueW02(Sample sample) {
        for (int size = 0; size < sample.bytes().size(); size++) {
            Bytes cut = sample.bytes().slice(0, size);
            assertTrue(!sample.value().equals(readOrNothing(sample, cut)), "size " + size);
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void flippedBitsNeverEndInAnUncheckedExceptionW03(Sample sample) {
        for (int bit = 0; bit < sample.bytes().size() * Byte.SIZE; bit++) {
            Object read = readOrNothing(sample, Raw.flip(sample.bytes(), bit));
            assertTrue(!sample.value().equals(read), "bit " + bit);
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void unknownFieldsAreNoHindranceW08(Sample sample) throws Malformed {
        assertEquals(sample.value(), sample.reader().read(sample.bytes().plus(Raw.number(900, 1))));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void groupsAndLongBytesAreRefusedW09W10(Sample sample) {
        Bytes groups = Raw.repeat(Raw.tag(900, 3), 200_000);
        Bytes padding = Raw.block(900, Bytes.zeros(Limits.FRAME_BYTES));

        assertThrows(Malformed.class, () -> sample.reader().read(groups));
        assertThrows(Malformed.class, () -> sample.reader().read(sample.bytes().plus(padding)));
    }

    private static Object readOrNothing(Sample sample, Bytes bytes) {
        try {
            return sample.reader().read(bytes);
        } catch (Malformed problem) {
            return problem;
        }
    }

    @Test
    void newerVersionsAreNamedW32() {
        Bytes genesis = IdentityCodec.genesis(Samples.ALICE_GENESIS);
        Bytes newer = Raw.number(1, 2).plus(genesis.slice(2, genesis.size()));

        Malformed problem = assertThrows(Malformed.class, () -> IdentityCodec.genesis(newer));

        assertEquals("genesis has version 2; this program reads 1", problem.getMessage());
    }

    @Test
    void unknownAlgorithmIsNamed() {
        Bytes genesis = IdentityCodec.genesis(Samples.ALICE_GENESIS);
        Bytes other = Raw.number(1, 1).plus(Raw.number(2, 2)).plus(genesis.slice(4, genesis.size()));

        Malformed problem = assertThrows(Malformed.class, () -> IdentityCodec.genesis(other));

        assertEquals("genesis.algorithm is unknown", problem.getMessage());
    }

    @Test
    void chainAtItsLimitIsReadAndBeyondItIsNot() throws Malformed {
        IdentityClaim two = Samples.chain();
        Bytes link = Raw.block(2, ToWire.bytes(ToWire.signed(two.links().getLast())));
        Bytes whole = IdentityCodec.chain(two);

        Bytes most = whole.plus(Raw.repeat(link, Limits.CHAIN_LINKS - 2));
        assertEquals(Limits.CHAIN_LINKS, IdentityCodec.chain(most).links().size());
        assertThrows(Malformed.class, () -> IdentityCodec.chain(most.plus(link)));
    }

    @Test
    void foundersOutOfOrderAreRefused() {
        Bytes charter = CircleCodec.charter(Samples.CHARTER);
        Bytes founders =
                Raw.block(3, Samples.CHARTER.founders().getFirst().hash().bytes());

        Malformed problem = assertThrows(Malformed.class, () -> CircleCodec.charter(charter.plus(founders)));

        assertEquals("charter: founders are not in ascending order", problem.getMessage());
    }

    @Test
    void sealedBodyNeedsReadersAndNotTooMany() {
        Bytes empty = Raw.number(1, 1).plus(Raw.number(2, 1));
        Bytes key = Raw.block(4, Bytes.empty());

        assertThrows(Malformed.class, () -> LogCodec.sealedBody(empty));
        Malformed problem = assertThrows(
                Malformed.class, () -> LogCodec.sealedBody(empty.plus(Raw.repeat(key, Limits.SEALED_KEYS + 1))));
        assertEquals("SealedBody.keys stands more than 64 times", problem.getMessage());
    }

    static List<String> lengths() {
        return List.of("00000000", "00000101", "ffffffff", "7fffffff", "80000000", "00", "0000000001");
    }

    @ParameterizedTest
    @MethodSource("lengths")
    void relayLengthsOutOfRangeAreRefusedW04(String prefix) {
        assertThrows(Malformed.class, () -> RelayCodec.length(Bytes.ofHex(prefix)));
    }

    @Test
    void relayPreambleStandsBehindItsLength() throws Malformed {
        Bytes framed = RelayCodec.preamble(new RelayPreamble(Samples.filled(0x77, 16), false));

        assertEquals(framed.size() - RelayCodec.LENGTH_SIZE, RelayCodec.length(framed.slice(0, 4)));
        assertEquals(0, framed.at(0));
        assertEquals(RelayCodec.MAX_BYTES, RelayCodec.length(Bytes.ofHex("00000100")));
    }

    @Test
    void aBundleHasOneToSixtyFourCircles() throws Malformed {
        var circle = Samples.bundle().circles().getFirst();
        for (int count : new int[] {1, Limits.CIRCLES}) {
            assertEquals(
                    count, BundleCodec.header(bundle(count, circle)).circles().size());
        }
        for (int count : new int[] {0, Limits.CIRCLES + 1}) {
            assertThrows(Malformed.class, () -> BundleCodec.header(bundle(count, circle)));
        }
    }

    private static Bytes bundle(int circles, BundleHeader.Circle circle) {
        return BundleCodec.header(
                new BundleHeader(Samples.ALICE, Collections.nCopies(circles, circle), Optional.empty(), 1));
    }

    @Test
    void bundlePartsCountFromOne() {
        Bytes header = BundleCodec.header(Samples.bundle().withPart(0));

        assertThrows(Malformed.class, () -> BundleCodec.header(header));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.gorizont.protocol.bundle.BundlePiece.Flaw;
import org.gorizont.protocol.codec.FrameCodec;
import org.gorizont.protocol.codec.LogCodec;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.frame.BundleEnd;
import org.gorizont.protocol.frame.BundleHeader;
import org.gorizont.protocol.frame.Charters;
import org.gorizont.protocol.frame.Entries;
import org.gorizont.protocol.frame.Frame;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.Head;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Scope;
import org.gorizont.protocol.model.Signature;
import org.gorizont.protocol.model.SignedHead;
import org.junit.jupiter.api.Test;

/** The form of the file, honest and hostile. */
final class BundleFileTest {
    private static final BundleHeader HEADER = new BundleHeader(
            new SchoolId(Hash.wrap(new byte[32])),
            List.of(new BundleHeader.Circle(new CircleId(Hash.wrap(new byte[32])), "Горизонт")),
            Optional.empty(),
            1);
    private static final LogId LOG =
            new LogId(new SchoolId(Hash.wrap(new byte[32])), Channel.CATALOGUE, Scope.everyCircle(), 0);
    private static final List<Frame> FRAMES = List.of(frame(10), frame(2_000), frame(1), frame(60_000));

    static Frame frame(int size) {
        return new Charters(List.of(Bytes.zeros(size)), 0);
    }

    static byte[] file(BundleHeader header, List<Frame> frames) {
        return parts(new BundleWriter(header, frames.iterator())).firstEntry().getValue();
    }

    private static TreeMap<Integer, byte[]> parts(BundleWriter writer) {
        TreeMap<Integer, ByteArrayOutputStream> parts = new TreeMap<>();
        writer.forEachRemaining(piece -> parts.computeIfAbsent(piece.part(), _ -> new ByteArrayOutputStream())
                .writeBytes(piece.bytes().unsafeArray()));
        TreeMap<Integer, byte[]> files = new TreeMap<>();
        parts.forEach((part, bytes) -> files.put(part, bytes.toByteArray()));
        return files;
    }

    private static List<BundlePiece> read(byte[] file) {
        return read(new BundleReader(), file, file.length);
    }

    /** What a reader makes of a file that comes in steps of so many bytes. */
    static List<BundlePiece> read(BundleReader reader, byte[] file, int step) {
        List<BundlePiece> pieces = new ArrayList<>();
        for (int at = 0; at < file.length; at += step) {
            pieces.addAll(reader.take(Arrays.copyOfRange(file, at, Math.min(file.length, at + step))));
        }
        pieces.addAll(reader.finish());
        return pieces;
    }

    private static List<BundlePiece> whole(BundleHeader header, List<Frame> frames, boolean more) {
        List<BundlePiece> pieces = new ArrayList<>();
        pieces.add(new BundlePiece.Opened(header));
        frames.forEach(frame -> pieces.add(new BundlePiece.Carried(frame)));
        pieces.add(new BundlePiece.Ended(new BundleEnd(frames.size(), more)));
        return pieces;
    }

    private static Flaw flaw(byte[] file) {
        return assertInstanceOf(BundlePiece.Broken.class, read(file).getLast()).flaw();
    }

    @Test
    void whatWasWrittenIsReadInAnySteps() {
        byte[] file = file(HEADER, FRAMES);

        for (int step : new int[] {1, 7, 4_096, file.length}) {
            assertEquals(whole(HEADER, FRAMES, false), read(new BundleReader(), file, step));
        }
    }

    @Test
    void b02EveryTruncationKeepsTheFramesBeforeIt() {
        byte[] file = file(HEADER, FRAMES.subList(0, 3));
        List<BundlePiece> all = whole(HEADER, FRAMES.subList(0, 3), false);

        for (int size = 0; size < file.length; size++) {
            List<BundlePiece> pieces = read(Arrays.copyOf(file, size));
            assertEquals(all.subList(0, pieces.size() - 1), pieces.subList(0, pieces.size() - 1));
            Flaw expected = size < BundleRecord.FIRST_LINE.length ? Flaw.NO_BUNDLE : Flaw.TORN;
            assertEquals(
                    expected,
                    assertInstanceOf(BundlePiece.Broken.class, pieces.getLast()).flaw());
        }
    }

    @Test
    void b02EveryFlippedBitIsNoticedAndNothingBehindItIsRead() {
        byte[] file = file(HEADER, FRAMES.subList(0, 3));
        List<BundlePiece> all = whole(HEADER, FRAMES.subList(0, 3), false);

        for (int bit = 0; bit < 8 * file.length; bit++) {
            byte[] flipped = file.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            List<BundlePiece> pieces = read(flipped);
            assertInstanceOf(BundlePiece.Broken.class, pieces.getLast());
            assertEquals(all.subList(0, pieces.size() - 1), pieces.subList(0, pieces.size() - 1));
        }
    }

    @Test
    void b02WhatStandsBehindTheEndIsNotRead() {
        byte[] file = file(HEADER, FRAMES);
        byte[] twice = ByteBuffer.allocate(2 * file.length).put(file).put(file).array();

        List<BundlePiece> pieces = read(twice);

        assertEquals(whole(HEADER, FRAMES, false), pieces.subList(0, pieces.size() - 1));
        assertEquals(Flaw.TRAILING, flaw(twice));
    }

    @Test
    void b01AnAnnouncedLengthAllocatesNothingAndAFrameOverItsLimitIsRefused() {
        byte[] start = Arrays.copyOf(file(HEADER, List.of()), BundleRecord.FIRST_LINE.length);

        for (int length : new int[] {Limits.FRAME_BYTES + 1, Integer.MAX_VALUE, -1, Integer.MIN_VALUE}) {
            byte[] bomb = ByteBuffer.allocate(start.length + BundleRecord.HEAD_SIZE)
                    .put(start)
                    .put(BundleRecord.HEADER)
                    .putInt(length)
                    .array();
            assertEquals(Flaw.DAMAGED, flaw(bomb));
        }
        byte[] atLimit = ByteBuffer.allocate(start.length + BundleRecord.HEAD_SIZE)
                .put(start)
                .put(BundleRecord.HEADER)
                .putInt(Limits.FRAME_BYTES)
                .array();
        assertEquals(Flaw.TORN, flaw(atLimit));
    }

    @Test
    void b01AFileOverItsLimitIsReadNoFurther() {
        byte[] file = file(HEADER, FRAMES);

        assertEquals(whole(HEADER, FRAMES, false), read(new BundleReader(file.length, 9), file, 100));
        List<BundlePiece> cut = read(new BundleReader(file.length - 1, 9), file, 100);
        assertEquals(
                Flaw.TOO_LARGE,
                assertInstanceOf(BundlePiece.Broken.class, cut.getLast()).flaw());
    }

    @Test
    void b01EntriesOverTheLimitGoIntoAnotherPartAndAreReadNoFurther() {
        Frame two = new Entries(LOG, 0, List.of(entry(), entry()), head(), Optional.empty(), List.of());
        List<Frame> frames = List.of(two, two);

        assertEquals(
                1, parts(new BundleWriter(HEADER, frames.iterator(), 9_000, 4)).size());
        assertEquals(
                2, parts(new BundleWriter(HEADER, frames.iterator(), 9_000, 3)).size());
        byte[] file = file(HEADER, frames);
        assertInstanceOf(
                BundlePiece.Ended.class,
                read(new BundleReader(9_000, 4), file, 100).getLast());
        assertEquals(
                Flaw.TOO_LARGE,
                assertInstanceOf(
                                BundlePiece.Broken.class,
                                read(new BundleReader(9_000, 3), file, 100).getLast())
                        .flaw());
    }

    private static Entry entry() {
        return LogCodec.entry(Bytes.zeros(40), Optional.empty());
    }

    private static SignedHead head() {
        Head head = new Head(LOG, 2, Hash.wrap(new byte[32]), 0);
        return new SignedHead(head, LogCodec.head(head), new Signature(Bytes.zeros(Signature.SIZE)));
    }

    @Test
    void b03NamesAndArchivesAreNoBundles() {
        for (String other : List.of("", "PK\u0003\u0004", "../../etc/passwd", "CON", "gorizont bundla 1\n")) {
            assertEquals(Flaw.NO_BUNDLE, flaw(other.getBytes(StandardCharsets.UTF_8)));
        }
        assertEquals(Flaw.NEWER, flaw("gorizont bundle 2\nabc".getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void b01RecordsThatCannotBeUnderstoodAreToldAndPassed() {
        byte[] file = file(HEADER, FRAMES.subList(0, 1));
        byte[] end = new BundleRecord(BundleRecord.END, Bytes.wrap(new byte[] {8, 1})).bytes();
        byte[] odd = new BundleRecord((byte) 77, Bytes.wrap(new byte[3])).bytes();
        byte[] garbage = new BundleRecord(BundleRecord.FRAME, Bytes.wrap(new byte[] {1, 2, 3})).bytes();
        byte[] first = Arrays.copyOf(file, file.length - end.length);
        byte[] whole = ByteBuffer.allocate(file.length + odd.length + garbage.length)
                .put(first)
                .put(odd)
                .put(garbage)
                .put(new BundleRecord(BundleRecord.END, Bytes.wrap(new byte[] {8, 2})).bytes())
                .array();

        List<BundlePiece> pieces = read(whole);

        assertEquals(
                2,
                pieces.stream().filter(BundlePiece.Unreadable.class::isInstance).count());
        assertInstanceOf(BundlePiece.Ended.class, pieces.getLast());
    }

    @Test
    void framesThatWereTakenOutAreMissed() {
        byte[] file = file(HEADER, List.of(frame(10), frame(10)));
        byte[] record = new BundleRecord(BundleRecord.FRAME, Bytes.wrap(FrameCodec.encode(frame(10)))).bytes();
        int begin = file(HEADER, List.of()).length
                - new BundleRecord(BundleRecord.END, Bytes.wrap(new byte[0])).bytes().length;
        byte[] shorter = new byte[file.length - record.length];
        System.arraycopy(file, 0, shorter, 0, begin);
        System.arraycopy(file, begin + record.length, shorter, begin, shorter.length - begin);

        assertEquals(Flaw.DAMAGED, flaw(shorter));
    }

    @Test
    void b07WhatExceedsALimitGoesIntoFurtherParts() {
        BundleWriter writer = new BundleWriter(HEADER, FRAMES.iterator(), 3_000, 9);

        TreeMap<Integer, byte[]> files = parts(writer);

        assertEquals(List.of(1, 2), List.copyOf(files.keySet()));
        assertTrue(files.firstEntry().getValue().length <= 3_000);
        assertEquals(
                whole(HEADER, FRAMES.subList(0, 3), true),
                read(files.firstEntry().getValue()));
        assertEquals(
                whole(HEADER.withPart(2), FRAMES.subList(3, 4), false),
                read(files.lastEntry().getValue()));
    }
}

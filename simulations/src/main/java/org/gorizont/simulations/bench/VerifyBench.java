// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.gorizont.protocol.codec.FrameCodec;
import org.gorizont.protocol.codec.LogCodec;
import org.gorizont.protocol.codec.Malformed;
import org.gorizont.protocol.crypto.Ed25519Signer;
import org.gorizont.protocol.crypto.Ed25519Verifier;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.crypto.SigningContext;
import org.gorizont.protocol.frame.Entries;
import org.gorizont.protocol.merkle.CompactRange;
import org.gorizont.protocol.model.Body;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.Head;
import org.gorizont.protocol.model.Header;
import org.gorizont.protocol.model.Kind;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.RecordId;
import org.gorizont.protocol.model.Retention;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Scope;
import org.gorizont.protocol.model.Signature;
import org.gorizont.protocol.model.SignedHead;
import org.gorizont.protocol.model.Verb;

/**
 * Verifying a log that comes in frames of 1,000 entries under one signed head each, decoding and hashing included, beside
 * one Bouncy Castle verification an entry of the same bytes.
 */
final class VerifyBench {
    private static final int BATCH = 1_000;
    private static final int BATCHES = 20;
    private static final int ENTRY_BYTES = 500;
    private static final int ROUNDS = 7;
    private static final int SINGLE = 2_000;

    private final SplittableRandom random = new SplittableRandom(1);
    private final Ed25519Signer signer = new Ed25519Signer(bytes(32));
    private final LogId log =
            new LogId(new SchoolId(Hash.wrap(new byte[32])), Channel.CATALOGUE, Scope.everyCircle(), 0);

    List<Figure> run() throws Malformed {
        List<byte[]> frames = frames();
        List<Bytes> single = new ArrayList<>();
        List<Signature> signatures = new ArrayList<>();
        for (int i = 0; i < SINGLE; i++) {
            Bytes content = bytes(ENTRY_BYTES);
            single.add(content);
            signatures.add(signer.sign(SigningContext.HEAD, content));
        }
        double[] ours = new double[ROUNDS];
        double[] theirs = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long before = System.nanoTime();
            verifyLog(frames);
            long between = System.nanoTime();
            verifySingly(single, signatures);
            long after = System.nanoTime();
            ours[round] = (double) BATCH * BATCHES * 1e9 / (between - before);
            theirs[round] = SINGLE * 1e9 / (after - between);
        }
        return List.of(new Figure(
                "verify",
                "log in batches of 1,000 entries of 500 B",
                median(ours),
                "entries/s",
                median(theirs),
                "one Bouncy Castle verification an entry",
                ">= 20 x, aim 30 x"));
    }

    private void verifyLog(List<byte[]> frames) throws Malformed {
        Ed25519Verifier verifier = new Ed25519Verifier();
        CompactRange range = CompactRange.empty();
        for (byte[] bytes : frames) {
            if (!(FrameCodec.decode(bytes) instanceof Entries frame)) {
                throw new IllegalStateException("not the frame that was made");
            }
            SignedHead head = frame.head();
            range = range.appendAll(frame.entries().stream().map(Entry::hash).toList());
            boolean right = verifier.verify(signer.publicKey(), SigningContext.HEAD, head.exact(), head.signature())
                    && range.root().equals(head.root())
                    && frame.entries().stream().allMatch(VerifyBench::bodyFits);
            if (!right) {
                throw new IllegalStateException("an honest frame was refused");
            }
        }
    }

    private static boolean bodyFits(Entry entry) {
        return Hashing.fits(
                entry.body().orElseThrow(), entry.header().orElseThrow().commitment());
    }

    private void verifySingly(List<Bytes> contents, List<Signature> signatures) {
        Ed25519Verifier verifier = new Ed25519Verifier();
        for (int i = 0; i < contents.size(); i++) {
            if (!verifier.verify(signer.publicKey(), SigningContext.HEAD, contents.get(i), signatures.get(i))) {
                throw new IllegalStateException("an honest signature was refused");
            }
        }
    }

    private List<byte[]> frames() {
        List<byte[]> frames = new ArrayList<>();
        CompactRange range = CompactRange.empty();
        for (int batch = 0; batch < BATCHES; batch++) {
            long start = range.size();
            List<Entry> entries = new ArrayList<>();
            for (int i = 0; i < BATCH; i++) {
                entries.add(entry());
            }
            range = range.appendAll(entries.stream().map(Entry::hash).toList());
            Head head = new Head(log, range.size(), range.root(), 0);
            Bytes exact = LogCodec.head(head);
            SignedHead signed = new SignedHead(head, exact, signer.sign(SigningContext.HEAD, exact));
            frames.add(FrameCodec.encode(new Entries(log, start, entries, signed, Optional.empty(), List.of())));
        }
        return frames;
    }

    private Entry entry() {
        // About 130 bytes of header and salt stand beside the body.
        Body body = new Body(bytes(Body.SALT_SIZE), bytes(ENTRY_BYTES - 130));
        Header header = new Header(
                Header.VERSION,
                new Kind("practice", 1, 0),
                new RecordId(bytes(RecordId.SIZE)),
                Verb.PUT,
                Retention.LATEST,
                Optional.empty(),
                Instant.EPOCH,
                List.of(),
                false,
                body.content().size(),
                Optional.of(Hashing.commitment(body)));
        return LogCodec.entry(LogCodec.header(header), Optional.of(body));
    }

    private Bytes bytes(int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return Bytes.wrap(bytes);
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}

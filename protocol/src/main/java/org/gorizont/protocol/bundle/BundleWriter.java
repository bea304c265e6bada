// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.bundle;

import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.gorizont.protocol.codec.BundleCodec;
import org.gorizont.protocol.codec.FrameCodec;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.frame.BundleEnd;
import org.gorizont.protocol.frame.BundleHeader;
import org.gorizont.protocol.frame.Entries;
import org.gorizont.protocol.frame.Frame;
import org.gorizont.protocol.model.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a bundle, piece by piece; what exceeds a limit goes into another part. Holds one frame at a time. For one
 * thread.
 */
public final class BundleWriter implements Iterator<BundleWriter.Piece> {
    private static final int END_ROOM = 64;

    private final BundleHeader header;
    private final Iterator<Frame> frames;
    private final long maxBytes;
    private final long maxEntries;
    private @Nullable Frame next;
    private int part = 1;
    private boolean open;
    private boolean done;
    private long bytes;
    private long written;
    private long entries;

    /**
     * Some bytes of one part, to be appended to those before.
     *
     * @param part from 1; a new number begins a new file
     * @param entries how many are in these bytes
     */
    public record Piece(int part, Bytes bytes, int entries) {}

    public BundleWriter(BundleHeader header, Iterator<Frame> frames) {
        this(header, frames, Limits.BUNDLE_BYTES, Limits.BUNDLE_ENTRIES);
    }

    BundleWriter(BundleHeader header, Iterator<Frame> frames, long maxBytes, long maxEntries) {
        this.header = header;
        this.frames = frames;
        this.maxBytes = maxBytes;
        this.maxEntries = maxEntries;
    }

    @Override
    public boolean hasNext() {
        return !done;
    }

    @Override
    public Piece next() {
        if (done) {
            throw new NoSuchElementException("the bundle is complete");
        }
        if (!open) {
            return begin();
        }
        Frame frame = next == null && frames.hasNext() ? frames.next() : next;
        if (frame == null) {
            done = true;
            return end(false);
        }
        byte[] record = new BundleRecord(BundleRecord.FRAME, Bytes.wrap(FrameCodec.encode(frame))).bytes();
        int brings = frame instanceof Entries brought ? brought.entries().size() : 0;
        boolean fits = bytes + record.length + END_ROOM <= maxBytes && entries + brings <= maxEntries;
        if (!fits && written > 0) {
            next = frame;
            return end(true);
        }
        next = null;
        written++;
        entries += brings;
        return piece(record, brings);
    }

    private Piece begin() {
        byte[] record = new BundleRecord(BundleRecord.HEADER, BundleCodec.header(header.withPart(part))).bytes();
        byte[] line = BundleRecord.FIRST_LINE;
        byte[] both = Arrays.copyOf(line, line.length + record.length);
        System.arraycopy(record, 0, both, line.length, record.length);
        open = true;
        bytes = 0;
        written = 0;
        entries = 0;
        return piece(both, 0);
    }

    private Piece end(boolean more) {
        BundleEnd end = new BundleEnd(written, more);
        Piece last = piece(new BundleRecord(BundleRecord.END, BundleCodec.end(end)).bytes(), 0);
        part++;
        open = false;
        return last;
    }

    private Piece piece(byte[] content, int brings) {
        bytes += content.length;
        return new Piece(part, Bytes.wrap(content), brings);
    }
}

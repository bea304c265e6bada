// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.bundle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gorizont.protocol.bundle.BundlePiece.Flaw;
import org.gorizont.protocol.codec.BundleCodec;
import org.gorizont.protocol.codec.FrameCodec;
import org.gorizont.protocol.codec.Malformed;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.frame.BundleEnd;
import org.gorizont.protocol.frame.BundleHeader;
import org.gorizont.protocol.frame.Entries;
import org.gorizont.protocol.frame.Frame;
import org.gorizont.protocol.model.Bytes;

/**
 * Reads a bundle from bytes as they come, hostile ones too. Keeps no more than one record; a length that is only announced
 * allocates nothing. Mutable, for one thread.
 *
 * <pre>
 * first line --&gt; header --&gt; frames --end record--&gt; ended
 *      any of them --flaw--&gt; broken
 * </pre>
 */
public final class BundleReader {
    private final long maxBytes;
    private final long maxEntries;
    private State state = State.FIRST_LINE;
    private byte[] waiting = {};
    private long bytes;
    private long frames;
    private long entries;

    private enum State {
        FIRST_LINE,
        HEADER,
        FRAMES,
        ENDED,
        BROKEN
    }

    public BundleReader() {
        this(Limits.BUNDLE_BYTES, Limits.BUNDLE_ENTRIES);
    }

    BundleReader(long maxBytes, long maxEntries) {
        this.maxBytes = maxBytes;
        this.maxEntries = maxEntries;
    }

    /** What the next bytes of the file, together with those that waited, bring. */
    public List<BundlePiece> take(byte[] more) {
        List<BundlePiece> found = new ArrayList<>();
        if (state == State.BROKEN || more.length == 0) {
            return found;
        }
        bytes += more.length;
        int kept = waiting.length;
        waiting = Arrays.copyOf(waiting, kept + more.length);
        System.arraycopy(more, 0, waiting, kept, more.length);
        int used = 0;
        int step = step(used, found);
        while (step > 0) {
            used += step;
            step = step(used, found);
        }
        waiting = state == State.BROKEN ? new byte[0] : Arrays.copyOfRange(waiting, used, waiting.length);
        if (bytes > maxBytes) {
            fail(found, Flaw.TOO_LARGE, "more than " + maxBytes + " bytes");
        }
        return found;
    }

    /** The file has no more bytes. */
    public List<BundlePiece> finish() {
        List<BundlePiece> found = new ArrayList<>();
        if (state == State.FIRST_LINE) {
            fail(found, Flaw.NO_BUNDLE, "the file ends in its first line");
        } else if (state != State.ENDED) {
            fail(found, Flaw.TORN, "the file ends after " + frames + " frames, without its end");
        }
        return found;
    }

    /** Reads one thing at {@code at}; how many bytes it took, 0 if more are needed or none will be read. */
    private int step(int at, List<BundlePiece> found) {
        return switch (state) {
            case FIRST_LINE -> firstLine(at, found);
            case HEADER, FRAMES -> record(at, found);
            case ENDED -> {
                if (at < waiting.length) {
                    fail(found, Flaw.TRAILING, "bytes behind the end");
                }
                yield 0;
            }
            case BROKEN -> 0;
        };
    }

    private int firstLine(int at, List<BundlePiece> found) {
        byte[] line = BundleRecord.FIRST_LINE;
        int there = Math.min(line.length, waiting.length - at);
        int same = Arrays.mismatch(waiting, at, at + there, line, 0, there);
        if (same >= 0) {
            boolean newer = same >= BundleRecord.NAME_SIZE;
            fail(found, newer ? Flaw.NEWER : Flaw.NO_BUNDLE, "the first line is another one");
            return 0;
        }
        if (there < line.length) {
            return 0;
        }
        state = State.HEADER;
        return line.length;
    }

    private int record(int at, List<BundlePiece> found) {
        int there = waiting.length - at;
        if (there < BundleRecord.HEAD_SIZE) {
            return 0;
        }
        int length = BundleRecord.announced(waiting, at);
        if (length < 0 || length > Limits.FRAME_BYTES) {
            fail(found, Flaw.DAMAGED, "a record of " + Integer.toUnsignedString(length) + " bytes");
            return 0;
        }
        if (there < BundleRecord.AROUND_SIZE + length) {
            return 0;
        }
        if (!BundleRecord.isWhole(waiting, at, length)) {
            fail(found, Flaw.DAMAGED, "a record whose sum is wrong, after " + frames + " frames");
            return 0;
        }
        understand(BundleRecord.of(waiting, at, length), found);
        return state == State.BROKEN ? 0 : BundleRecord.AROUND_SIZE + length;
    }

    private void understand(BundleRecord record, List<BundlePiece> found) {
        Bytes content = record.content();
        try {
            if (state == State.HEADER) {
                opened(record.type(), content, found);
            } else if (record.type() == BundleRecord.FRAME) {
                frames++;
                carried(FrameCodec.decode(content.unsafeArray()), found);
            } else if (record.type() == BundleRecord.END) {
                ended(BundleCodec.end(content), found);
            } else {
                found.add(new BundlePiece.Unreadable("a record of type " + record.type()));
            }
        } catch (Malformed e) {
            found.add(new BundlePiece.Unreadable(e.getMessage()));
        }
    }

    private void opened(byte type, Bytes content, List<BundlePiece> found) {
        if (type != BundleRecord.HEADER) {
            fail(found, Flaw.DAMAGED, "the first record is no header");
            return;
        }
        try {
            BundleHeader header = BundleCodec.header(content);
            found.add(new BundlePiece.Opened(header));
            state = State.FRAMES;
        } catch (Malformed e) {
            fail(found, Flaw.DAMAGED, e.getMessage());
        }
    }

    private void carried(Frame frame, List<BundlePiece> found) {
        if (frame instanceof Entries brought) {
            entries += brought.entries().size();
        }
        if (entries > maxEntries) {
            fail(found, Flaw.TOO_LARGE, "more than " + maxEntries + " entries");
        } else {
            found.add(new BundlePiece.Carried(frame));
        }
    }

    private void ended(BundleEnd end, List<BundlePiece> found) {
        if (end.frames() != frames) {
            fail(found, Flaw.DAMAGED, frames + " frames where " + end.frames() + " were written");
            return;
        }
        state = State.ENDED;
        found.add(new BundlePiece.Ended(end));
    }

    private void fail(List<BundlePiece> found, Flaw flaw, String problem) {
        if (state != State.BROKEN) {
            state = State.BROKEN;
            found.add(new BundlePiece.Broken(flaw, problem));
        }
    }
}

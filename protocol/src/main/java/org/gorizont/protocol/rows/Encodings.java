// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.rows;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.model.Bytes;

/**
 * Finds out in which encoding a table was saved: by a byte order mark, else strict UTF-8, else windows-1251 if it then
 * reads like Russian. Nothing else is guessed.
 */
public final class Encodings {
    public static final Charset WINDOWS_1251 = Charset.forName("windows-1251");
    /** Bytes that the longest mark has. */
    public static final int MARK_BYTES = 3;

    private static final List<Mark> MARKS = List.of(
            new Mark(StandardCharsets.UTF_8, Bytes.ofHex("efbbbf")),
            new Mark(StandardCharsets.UTF_16LE, Bytes.ofHex("fffe")),
            new Mark(StandardCharsets.UTF_16BE, Bytes.ofHex("feff")));

    private Encodings() {}

    private record Mark(Charset charset, Bytes bytes) {
        boolean begins(byte[] text) {
            return text.length >= bytes.size()
                    && Arrays.equals(text, 0, bytes.size(), bytes.unsafeArray(), 0, bytes.size());
        }
    }

    /** An encoding, and how many bytes of a mark stand in front of the text. */
    public record Marked(Charset charset, int markBytes) {}

    /** What the mark at the beginning of a text says; empty when there is none. */
    public static Optional<Marked> mark(byte[] first) {
        return MARKS.stream()
                .filter(mark -> mark.begins(first))
                .findFirst()
                .map(mark -> new Marked(mark.charset, mark.bytes.size()));
    }

    /** A decoder that refuses what is not of its encoding. */
    public static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** The text of some bytes, without a mark; empty when its encoding is not known. */
    public static Optional<String> text(byte[] bytes) {
        Optional<Marked> mark = mark(bytes);
        if (mark.isPresent()) {
            return decoded(bytes, mark.get());
        }
        Russian russian = new Russian();
        for (byte b : bytes) {
            russian.add(b & 0xFF);
        }
        return decoded(bytes, new Marked(StandardCharsets.UTF_8, 0))
                .or(() -> russian.isLikely() ? decoded(bytes, new Marked(WINDOWS_1251, 0)) : Optional.empty());
    }

    private static Optional<String> decoded(byte[] bytes, Marked how) {
        try {
            ByteBuffer text = ByteBuffer.wrap(bytes, how.markBytes, bytes.length - how.markBytes);
            return Optional.of(strict(how.charset).decode(text).toString());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }

    /**
     * Whether bytes read like Russian in windows-1251: of those above ASCII most are Russian letters, and small ones more
     * than capitals. KOI8-R has it inverse.
     */
    public static final class Russian {
        private static final int PERCENT = 80;

        private long foreign;
        private long small;
        private long capital;

        /** @param b 0 to 255 */
        public void add(int b) {
            foreign += b >= 0x80 ? 1 : 0;
            small += b >= 0xE0 || b == 0xB8 ? 1 : 0;
            capital += b >= 0xC0 && b < 0xE0 || b == 0xA8 ? 1 : 0;
        }

        public boolean isLikely() {
            return small >= capital && (small + capital) * 100 >= foreign * PERCENT;
        }
    }
}

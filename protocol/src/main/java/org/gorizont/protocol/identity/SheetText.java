// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.model.Bytes;

/**
 * The secret of a recovery sheet as people print and type it: four lines of four groups of four characters. A line is
 * eight bytes of the secret and two bytes of checksum, in Crockford's base 32 (crockford.com/base32). The checksum is
 * the start of a hash over line number and bytes, so a damaged or displaced line is named; it is found with all but one
 * chance in 65,536.
 *
 * <p>Reading ignores case, spaces and hyphens, takes O for 0, I and L for 1, and Cyrillic letters for the Latin ones
 * that look the same.
 */
public final class SheetText {
    public static final int LINES = 4;

    /** Longest text that is looked at; what is longer is no sheet. */
    public static final int MAX_LENGTH = 1_000;

    private static final int DATA_BYTES = RecoverySheet.SECRET_SIZE / LINES;
    private static final int CHECK_BYTES = 2;
    private static final int LINE_LENGTH = (DATA_BYTES + CHECK_BYTES) * Byte.SIZE / Crockford.BITS;
    private static final int GROUP_LENGTH = 4;

    private SheetText() {}

    /** Four lines, each of four groups with a space between. */
    public static List<String> print(RecoverySheet sheet) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < LINES; i++) {
            Bytes data = sheet.secret().slice(i * DATA_BYTES, (i + 1) * DATA_BYTES);
            lines.add(grouped(Crockford.encode(data.plus(checksum(i, data)))));
        }
        return List.copyOf(lines);
    }

    /**
     * Reads four lines, or the same characters with other line breaks.
     *
     * @throws SheetDamaged naming every line whose checksum or length is wrong
     */
    public static RecoverySheet read(String text) throws SheetDamaged {
        if (text.length() > MAX_LENGTH) {
            throw new SheetDamaged("the text is too long for a recovery sheet", List.of());
        }
        Bytes secret = Bytes.empty();
        List<Integer> damaged = new ArrayList<>();
        List<String> lines = lines(text);
        for (int i = 0; i < LINES; i++) {
            Bytes line = Crockford.decode(lines.get(i));
            if (line.size() != DATA_BYTES + CHECK_BYTES
                    || !checksum(i, line.slice(0, DATA_BYTES)).equals(line.slice(DATA_BYTES, line.size()))) {
                damaged.add(i + 1);
                continue;
            }
            secret = secret.plus(line.slice(0, DATA_BYTES));
        }
        if (!damaged.isEmpty()) {
            String numbers = damaged.stream().map(String::valueOf).collect(Collectors.joining(", "));
            throw new SheetDamaged("the recovery sheet is damaged in line " + numbers, damaged);
        }
        return new RecoverySheet(secret);
    }

    /**
     * Whether {@code typed} is one line of the sheet, as whoever has it on paper types it back.
     *
     * @param number of the line, from 0
     */
    public static boolean isLine(RecoverySheet sheet, int number, String typed) {
        List<String> withTyped = new ArrayList<>(print(sheet));
        withTyped.set(number, typed);
        try {
            return read(String.join("\n", withTyped)).equals(sheet);
        } catch (SheetDamaged _) {
            return false;
        }
    }

    private static List<String> lines(String text) throws SheetDamaged {
        List<String> lines = text.lines()
                .map(Crockford::cleaned)
                .filter(line -> !line.isEmpty())
                .toList();
        if (lines.size() == LINES) {
            return lines;
        }
        String all = String.join("", lines);
        if (all.length() != LINES * LINE_LENGTH) {
            throw new SheetDamaged(
                    "a recovery sheet has " + LINES + " lines of " + LINE_LENGTH + " characters, here are "
                            + all.length() + " characters in " + lines.size() + " lines",
                    List.of());
        }
        List<String> cut = new ArrayList<>();
        for (int i = 0; i < LINES; i++) {
            cut.add(all.substring(i * LINE_LENGTH, (i + 1) * LINE_LENGTH));
        }
        return cut;
    }

    private static String grouped(String line) {
        List<String> groups = new ArrayList<>();
        for (int i = 0; i < line.length(); i += GROUP_LENGTH) {
            groups.add(line.substring(i, i + GROUP_LENGTH));
        }
        return String.join(" ", groups);
    }

    private static Bytes checksum(int line, Bytes data) {
        return Hashing.tagged("gorizont/sheet-line/1", Bytes.wrap(new byte[] {(byte) (line + 1)}), data)
                .bytes()
                .slice(0, CHECK_BYTES);
    }
}

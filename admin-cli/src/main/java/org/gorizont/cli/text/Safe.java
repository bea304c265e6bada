// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.text;

/** Makes text that others wrote harmless for a terminal: nothing in it moves the cursor, colours, or turns direction. */
public final class Safe {
    private static final int REPLACEMENT = 0xFFFD;

    private Safe() {}

    /** One line: line breaks become spaces, control and direction characters a replacement character. */
    public static String line(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c == '\n' || c == '\t' || c == '\r' ? ' ' : isUnsafe(c) ? REPLACEMENT : c)
                .forEach(safe::appendCodePoint);
        return safe.toString();
    }

    /** Several lines, each behind {@code indent}. */
    public static String block(String text, String indent) {
        return indent + String.join("\n" + indent, text.lines().map(Safe::line).toList());
    }

    /** JSON whose strings hold no character that a terminal obeys: such ones are escaped, the value is the same. */
    public static String json(String json) {
        StringBuilder safe = new StringBuilder(json.length());
        json.codePoints().forEach(c -> {
            if (c >= 0x7F && isUnsafe(c)) {
                safe.append(String.format("\\u%04x", c));
            } else {
                safe.appendCodePoint(c);
            }
        });
        return safe.toString();
    }

    static boolean isUnsafe(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            case Character.FORMAT ->
                c >= 0x200E && c <= 0x200F || c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
            default -> false;
        };
    }
}

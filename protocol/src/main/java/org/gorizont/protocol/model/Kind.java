// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.model;

/**
 * What a body is: a type name and a version. A reader that does not know {@code major} keeps the entry unread; a higher
 * {@code minor} adds fields that may be ignored.
 */
public record Kind(String type, int major, int minor) {
    public static final int MAX_TYPE_LENGTH = 64;

    public Kind {
        Checks.that(!type.isEmpty() && type.length() <= MAX_TYPE_LENGTH, "kind type has length " + type.length());
        Checks.that(type.chars().allMatch(Kind::isTypeCharacter), "kind type has a character outside a-z 0-9 - .");
        Checks.notNegative("major version", major);
        Checks.notNegative("minor version", minor);
    }

    private static boolean isTypeCharacter(int c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '.';
    }

    @Override
    public String toString() {
        return type + " " + major + "." + minor;
    }
}

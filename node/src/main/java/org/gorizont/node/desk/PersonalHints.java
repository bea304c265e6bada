// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds in what was typed what looks like a person's name, a phone or a mail address. It only warns: it finds a poet as
 * well as a pupil, and not everything that is personal.
 */
public final class PersonalHints {
    /** Hints of one draft; further ones would not be read. */
    public static final int HINTS = 50;

    private static final Set<String> NOT_PERSONAL = Set.of("officePhone", "officeMail", "site", "zone");

    private static final String WORD = "[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?";
    private static final String INITIALS = "[А-ЯЁ]\\.\\s?[А-ЯЁ]\\.";
    private static final String PATRONYMIC =
            "(?:[А-ЯЁ][а-яё]+(?:вич|вна|ична|инична)|(?:" + WORD + "\\s(?:оглы|кызы|улы|уулу)))";
    private static final String BEFORE = "(?<![\\p{L}\\p{N}])";
    private static final String AFTER = "(?![\\p{L}\\p{N}])";

    private static final Pattern NAME = Pattern.compile(BEFORE + "(?:"
            + WORD + "\\s" + INITIALS
            + "|" + INITIALS + "\\s?" + WORD + AFTER
            + "|" + WORD + "\\s" + WORD + "\\s" + PATRONYMIC + AFTER
            + "|" + WORD + "\\s" + PATRONYMIC + AFTER
            + ")");
    /** Eleven digits after +7 or 8; a code in brackets and a number; or a local number of six or seven digits. */
    private static final Pattern PHONE = Pattern.compile("(?<![\\p{N}.,])(?:"
            + "(?:\\+\\s?7|8)[\\s-]*\\(?\\d{3,5}\\)?(?:[\\s-]?\\d{1,3}){2,4}"
            + "|\\(\\d{3,5}\\)\\s?\\d{1,3}(?:-?\\d{2}){2}"
            + "|\\d{2,3}-\\d{2}-\\d{2}"
            + ")(?![\\p{N}-])");

    private static final Pattern MAIL = Pattern.compile(
            "(?<![\\p{L}\\p{N}._%+-])[\\p{L}\\p{N}._%+-]{1,64}@[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){0,5}\\.\\p{L}{2,24}");

    private static final int PHONE_DIGITS = 11;
    private static final int LOCAL_DIGITS = 6;

    private PersonalHints() {}

    /** What a piece of text looks like. */
    public enum What {
        NAME,
        PHONE,
        MAIL
    }

    /** A piece of a field. */
    public record Hint(String field, What what, String text) {}

    /** In the order of the fields; the same text of a field once. */
    public static List<Hint> in(Map<String, String> fields) {
        List<Hint> hints = new ArrayList<>();
        fields.forEach((field, text) -> {
            if (!NOT_PERSONAL.contains(field)) {
                find(field, text, hints);
            }
        });
        return hints.stream().distinct().limit(HINTS).toList();
    }

    private static void find(String field, String text, List<Hint> hints) {
        NAME.matcher(text).results().limit(HINTS).forEach(hit -> hints.add(new Hint(field, What.NAME, hit.group())));
        MAIL.matcher(text).results().limit(HINTS).forEach(hit -> hints.add(new Hint(field, What.MAIL, hit.group())));
        Matcher phones = PHONE.matcher(text);
        while (phones.find() && hints.size() <= HINTS) {
            long digits = phones.group().chars().filter(Character::isDigit).count();
            boolean local = !phones.group().startsWith("8") && !phones.group().startsWith("+");
            if (digits == PHONE_DIGITS || local && digits >= LOCAL_DIGITS) {
                hints.add(new Hint(field, What.PHONE, phones.group().strip()));
            }
        }
    }
}

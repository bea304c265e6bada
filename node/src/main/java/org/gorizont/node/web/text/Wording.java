// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web.text;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gorizont.node.readmodel.Provenance;
import org.gorizont.node.readmodel.SchoolView;
import org.gorizont.node.vocabulary.Field;
import org.gorizont.node.vocabulary.Vocabularies;
import org.gorizont.protocol.domain.GradeBand;
import org.gorizont.protocol.domain.Vocabulary;
import org.gorizont.protocol.model.SchoolId;

/** How one reader is spoken to: the language, the clock of the reader's own school, the words for codes. Immutable. */
public final class Wording {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd.MM.uuuu");
    private static final DateTimeFormatter DATE_AND_TIME = DateTimeFormatter.ofPattern("dd.MM.uuuu HH:mm");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Language language;
    private final Vocabularies vocabularies;
    private final ZoneId zone;

    /** @param zone of the school that reads */
    public Wording(Language language, Vocabularies vocabularies, ZoneId zone) {
        this.language = language;
        this.vocabularies = vocabularies;
        this.zone = zone;
    }

    public Language language() {
        return language;
    }

    /** A phrase with its gaps filled. */
    public String say(String key, Object... values) {
        return Phrases.in(language).say(key, values);
    }

    /** Whether there are words for a key. */
    public boolean has(String key) {
        return Phrases.in(language).keys().contains(key);
    }

    /** A number with its noun: «5 практик». */
    public String count(String noun, long number) {
        String form = switch (language.form(number)) {
            case ONE -> ".one";
            case FEW -> ".few";
            case MANY -> ".many";
        };
        return say(noun + form, number);
    }

    /** дд.мм.гггг чч:мм by the clock of the reader's school. */
    public String dateAndTime(Instant instant) {
        return DATE_AND_TIME.format(instant.atZone(zone));
    }

    /** чч:мм by the clock of the reader's school. */
    public String clock(Instant instant) {
        return TIME.format(instant.atZone(zone));
    }

    public String date(LocalDate date) {
        return DATE.format(date);
    }

    public String time(LocalTime time) {
        return TIME.format(time);
    }

    public String weekday(LocalDate date) {
        return date.getDayOfWeek().getDisplayName(TextStyle.FULL_STANDALONE, language.locale());
    }

    /** What people read instead of a code. */
    public String name(Field field, String code) {
        return vocabularies.name(field, code, language == Language.RUSSIAN);
    }

    /** What can be chosen for a field; what is not offered any more is left out. */
    public List<String> codes(Field field) {
        return vocabularies.of(field).terms().stream()
                .filter(term -> !term.retired())
                .map(Vocabulary.Term::code)
                .toList();
    }

    public String names(Field field, List<String> codes) {
        return codes.stream().map(code -> name(field, code)).collect(Collectors.joining(", "));
    }

    /** The name as a heading or a sentence of its own. */
    public String capital(String name) {
        return name.isEmpty()
                ? name
                : new StringBuilder()
                        .appendCodePoint(Character.toTitleCase(name.codePointAt(0)))
                        .append(name.substring(Character.charCount(name.codePointAt(0))))
                        .toString();
    }

    public String grades(GradeBand band) {
        return band.from() == band.to()
                ? say("grades.one", band.from())
                : say("grades.several", band.from(), band.to());
    }

    /** What a school calls itself, or what stands for it until its card is here. */
    public String school(Optional<String> name, SchoolId id) {
        return name.orElseGet(() -> say("school.unnamed", id.shortForm()));
    }

    public String school(SchoolView school) {
        return school(school.name(), school.id());
    }

    /** «по данным школы … на 12.03.2026 15:00». */
    public String by(Provenance by) {
        return say("by", school(by.schoolName(), by.school()), dateAndTime(by.asOf()));
    }

    /** Whether clock times of that zone are not those of the reader's school. */
    public boolean isForeign(String name, Instant when) {
        return !zoneOf(name)
                .map(other ->
                        other.getRules().getOffset(when).equals(zone.getRules().getOffset(when)))
                .orElse(true);
    }

    /** The zone of this name, if this machine knows it. */
    public static Optional<ZoneId> zoneOf(String name) {
        try {
            return name.isEmpty() ? Optional.empty() : Optional.of(ZoneId.of(name));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.desk;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gorizont.protocol.domain.GradeBand;
import org.gorizont.protocol.domain.Place;
import org.gorizont.protocol.domain.Texts;

/** What is typed in a form, read field by field; and the other way round. */
final class Typed {
    static final String YES = "yes";

    private static final int DECIMALS = 5;

    private final Map<String, String> fields;

    Typed(Map<String, String> fields) {
        this.fields = fields;
    }

    String text(String field) {
        return Texts.tidied(fields.getOrDefault(field, ""));
    }

    /** Everything that is typed. */
    Map<String, String> all() {
        return fields;
    }

    boolean flag(String field) {
        return text(field).equals(YES);
    }

    /** One a line, each once; empty lines are left out. */
    List<String> lines(String field) {
        return text(field)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
    }

    int number(String field, int whenEmpty) throws Unreadable {
        String text = text(field).replaceAll("[\\s\\u00a0]", "");
        if (text.isEmpty()) {
            return whenEmpty;
        } else if (!text.matches("-?[0-9]{1,9}")) {
            throw new Unreadable(field, FieldProblem.NOT_A_NUMBER);
        }
        return Integer.parseInt(text);
    }

    Optional<GradeBand> grades(String from, String to) throws Unreadable {
        if (text(from).isEmpty() && text(to).isEmpty()) {
            return Optional.empty();
        }
        int first = number(from, number(to, 0));
        return Optional.of(new GradeBand(first, number(to, first)));
    }

    Optional<Place> place(String latitude, String longitude) throws Unreadable {
        boolean none = text(latitude).isEmpty();
        if (none && text(longitude).isEmpty()) {
            return Optional.empty();
        } else if (none || text(longitude).isEmpty()) {
            throw new Unreadable(none ? latitude : longitude, FieldProblem.HALF);
        }
        return Optional.of(new Place(degrees(latitude), degrees(longitude)));
    }

    private int degrees(String field) throws Unreadable {
        String text = text(field).replace(',', '.').replace("°", "").strip();
        if (!text.matches("[+-]?[0-9]{1,3}(\\.[0-9]{1,12})?")) {
            throw new Unreadable(field, FieldProblem.NOT_DEGREES);
        }
        return new BigDecimal(text)
                .movePointRight(DECIMALS)
                .setScale(0, RoundingMode.HALF_UP)
                .intValueExact();
    }

    /** Fields as a card has them, ready to be typed over. */
    static final class Filled {
        private final Map<String, String> fields = new LinkedHashMap<>();

        Filled put(String field, String text) {
            fields.put(field, text);
            return this;
        }

        Filled put(String field, List<String> lines) {
            return put(field, String.join("\n", lines));
        }

        Filled put(String field, boolean flag) {
            return put(field, flag ? YES : "");
        }

        /** @param none the number that stands for nothing stated */
        Filled put(String field, int number, int none) {
            return put(field, number == none ? "" : String.valueOf(number));
        }

        Filled degrees(String field, int e5) {
            return put(
                    field, BigDecimal.valueOf(e5, DECIMALS).stripTrailingZeros().toPlainString());
        }

        Map<String, String> fields() {
            return fields;
        }
    }
}

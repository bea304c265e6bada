// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gorizont.node.desk.FormKind;
import org.gorizont.node.search.Found;
import org.gorizont.protocol.model.RecordId;

/**
 * «Наши записи»: what this school has published.
 *
 * @param found how many fit what was asked
 * @param total how many there are of the chosen kind
 * @param published how many were published a moment ago
 */
public record OursPage(Frame frame, Asked asked, List<Line> lines, int found, int total, int published) {
    public static final int SIZE = 50;

    public static final Comparator<Line> BY_TITLE = Comparator.comparing((Line line) ->
            line.title().toLowerCase(Locale.ROOT).replace('ё', 'е').replace("«", ""));
    public static final Comparator<Line> NEWEST =
            Comparator.comparing((Line line) -> line.row.by().said()).reversed().thenComparing(BY_TITLE);

    public OursPage {
        lines = List.copyOf(lines);
    }

    /** What the list shows. */
    public record Asked(String typed, Optional<FormKind> kind, String order, int from) {
        public boolean takes(FormKind other) {
            return kind.isEmpty() || kind.get() == other;
        }

        public boolean isNewestFirst() {
            return order.equals("new");
        }

        public String kindCode() {
            return kind.map(FormKind::code).orElse("");
        }
    }

    /**
     * A record.
     *
     * @param drafted whether a draft that changes it lies on the desk
     */
    public record Line(RecordId record, Row row, boolean mayChange, boolean mayWithdraw, boolean drafted) {
        public String title() {
            return row.title().stream().map(Found.Piece::text).collect(Collectors.joining());
        }

        /** Whether the reader may say when it is free. */
        public boolean mayChangeTime() {
            return mayChange && row.kind().equals(FormKind.RESOURCE.code());
        }

        public String address() {
            return Links.own(record);
        }
    }

    /** A link that narrows or orders the list. */
    public record Choice(String name, String link, boolean chosen) {}

    public List<Choice> kinds() {
        List<Choice> choices = new ArrayList<>();
        choices.add(
                new Choice(frame.say("search.all"), Links.ours(asked.typed, "", asked.order, 0), asked.kind.isEmpty()));
        for (FormKind kind : List.of(FormKind.PRACTICE, FormKind.RESOURCE)) {
            choices.add(new Choice(
                    frame.say("search.kind." + kind.code()),
                    Links.ours(asked.typed, kind.code(), asked.order, 0),
                    asked.kind.equals(Optional.of(kind))));
        }
        return choices;
    }

    public List<Choice> orders() {
        return List.of(
                new Choice(
                        frame.say("ours.order.new"),
                        Links.ours(asked.typed, asked.kindCode(), "new", 0),
                        asked.isNewestFirst()),
                new Choice(
                        frame.say("ours.order.title"),
                        Links.ours(asked.typed, asked.kindCode(), "title", 0),
                        !asked.isNewestFirst()));
    }

    public String range() {
        return frame.say("search.range", asked.from + 1, asked.from + lines.size(), found);
    }

    public boolean hasPrevious() {
        return asked.from > 0;
    }

    public boolean hasNext() {
        return asked.from + SIZE < found;
    }

    public String previous() {
        return Links.ours(asked.typed, asked.kindCode(), asked.order, Math.max(0, asked.from - SIZE));
    }

    public String next() {
        return Links.ours(asked.typed, asked.kindCode(), asked.order, asked.from + SIZE);
    }

    public String done() {
        return frame.words().count("ours.published", published);
    }
}

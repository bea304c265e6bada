// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.gorizont.node.readmodel.Listed;
import org.gorizont.node.readmodel.Page;
import org.gorizont.node.search.Finder;
import org.gorizont.node.search.Found;
import org.gorizont.protocol.domain.Card;
import org.gorizont.protocol.model.Kind;

/**
 * «Поиск»: one box, and what it found; before anything is typed, all records of the chosen kind, or the newest.
 *
 * @param counts finds by kind; empty before anything is typed
 * @param away names of schools that are not connected now
 */
public record SearchPage(
        Frame frame,
        Asked asked,
        State state,
        List<Row> rows,
        int total,
        SequencedMap<Kind, Integer> counts,
        List<String> away) {
    /** Records on one page. */
    public static final int SIZE = 20;

    public SearchPage {
        rows = List.copyOf(rows);
        away = List.copyOf(away);
    }

    /** What is asked for. */
    public record Asked(String typed, Optional<Kind> kind, int from) {
        /** The kind as it stands in the address; empty for all. */
        public String kindCode() {
            return kind.map(Kind::type).orElse("");
        }
    }

    /** What the page shows. */
    public enum State {
        /** Nothing is typed, and no school has published anything. */
        NOTHING_PUBLISHED,
        /** Nothing is typed: the newest. */
        NEWEST,
        /** Nothing is typed: all of one kind. */
        ALL,
        /** What fits all words. */
        ALL_WORDS,
        /** What fits all words misspelt. */
        MISSPELT,
        /** What fits any word. */
        ANY_WORD,
        /** Nothing fits. */
        NOT_FOUND
    }

    /** The page of finds. */
    public static SearchPage found(Frame frame, Asked asked, Found found, List<String> away) {
        State state = switch (found.reading()) {
            case ALL_WORDS -> State.ALL_WORDS;
            case MISSPELT -> State.MISSPELT;
            case ANY_WORD -> State.ANY_WORD;
        };
        int total =
                asked.kind().map(kind -> found.counts().getOrDefault(kind, 0)).orElse(found.total());
        List<Row> rows =
                found.hits().stream().map(hit -> Row.found(frame.words(), hit)).toList();
        return new SearchPage(frame, asked, total == 0 ? State.NOT_FOUND : state, rows, total, found.counts(), away);
    }

    /** The page before anything is typed. */
    public static <C extends Card> SearchPage listed(Frame frame, Asked asked, Page<Listed<C>> listed, Kind kind) {
        State state = asked.kind().isPresent() ? State.ALL : State.NEWEST;
        List<Row> rows = listed.items().stream()
                .map(item -> Row.listed(frame.words(), item, kind))
                .toList();
        return new SearchPage(frame, asked, state, rows, listed.total(), new LinkedHashMap<>(), List.of());
    }

    /** The page of a node to which nothing has come yet. */
    public static SearchPage nothing(Frame frame, Asked asked) {
        return new SearchPage(frame, asked, State.NOTHING_PUBLISHED, List.of(), 0, new LinkedHashMap<>(), List.of());
    }

    public List<Choice> choices() {
        String typed = asked.typed();
        List<Choice> choices = new ArrayList<>();
        Optional<Integer> all = counts.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        counts.values().stream().mapToInt(Integer::intValue).sum());
        choices.add(new Choice(
                frame.say("search.all"),
                "",
                Links.search(typed, "", 0),
                all,
                asked.kind().isEmpty()));
        for (Kind kind : Finder.KINDS) {
            choices.add(new Choice(
                    frame.say("search.kind." + kind.type()),
                    kind.type(),
                    Links.search(typed, kind.type(), 0),
                    Optional.ofNullable(counts.get(kind)),
                    asked.kind().equals(Optional.of(kind))));
        }
        return choices;
    }

    public boolean hasPrevious() {
        return asked.from() > 0;
    }

    public boolean hasNext() {
        return state != State.NEWEST && asked.from() + SIZE < total;
    }

    public String previous() {
        return Links.search(asked.typed(), asked.kindCode(), Math.max(0, asked.from() - SIZE));
    }

    public String next() {
        return Links.search(asked.typed(), asked.kindCode(), asked.from() + SIZE);
    }

    public String range() {
        return frame.say("search.range", asked.from() + 1, Math.min(asked.from() + SIZE, total), total);
    }

    /** A kind to narrow to. */
    public record Choice(String name, String code, String link, Optional<Integer> count, boolean chosen) {}
}

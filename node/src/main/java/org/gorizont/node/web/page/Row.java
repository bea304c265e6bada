// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web.page;

import java.util.List;
import java.util.stream.Stream;
import org.gorizont.node.readmodel.Listed;
import org.gorizont.node.readmodel.Listed.Presence;
import org.gorizont.node.readmodel.Provenance;
import org.gorizont.node.search.Found;
import org.gorizont.node.search.Found.Piece;
import org.gorizont.node.web.text.Wording;
import org.gorizont.protocol.domain.Card;
import org.gorizont.protocol.domain.PracticeCard;
import org.gorizont.protocol.domain.ResourceCard;
import org.gorizont.protocol.domain.SchoolCard;
import org.gorizont.protocol.model.Kind;

/**
 * One record in a list.
 *
 * @param kind type of the record's kind
 * @param facts what tells it from others at a glance
 * @param snippet plain text in pieces, perhaps empty
 */
public record Row(
        String link,
        String kind,
        List<Piece> title,
        List<String> facts,
        List<Piece> snippet,
        Provenance by,
        boolean sample,
        Presence presence) {
    public Row {
        title = List.copyOf(title);
        facts = List.copyOf(facts);
        snippet = List.copyOf(snippet);
    }

    static Row found(Wording words, Found.Hit hit) {
        Kind kind = hit.card().kind();
        return new Row(
                Links.found(hit.key(), kind),
                kind.type(),
                hit.title(),
                facts(words, hit.card()),
                hit.snippet(),
                hit.by(),
                hit.card().sample(),
                Presence.HERE);
    }

    public static <C extends Card> Row listed(Wording words, Listed<C> listed, Kind kind) {
        String title = listed.card().map(Row::title).orElseGet(() -> words.say("presence.untitled"));
        return new Row(
                Links.found(listed.key(), kind),
                kind.type(),
                List.of(new Piece(title, false)),
                listed.card().map(card -> facts(words, card)).orElse(List.of()),
                List.of(),
                listed.by(),
                listed.card().map(Card::sample).orElse(false),
                listed.presence());
    }

    private static List<String> facts(Wording words, Card card) {
        return switch (card) {
            case PracticeCard practice -> Facts.brief(words, practice);
            case ResourceCard resource -> Facts.brief(words, resource);
            case SchoolCard school ->
                Stream.of(school.location().settlement())
                        .filter(where -> !where.isEmpty())
                        .toList();
            default -> List.of();
        };
    }

    private static String title(Card card) {
        return switch (card) {
            case PracticeCard practice -> practice.title();
            case ResourceCard resource -> resource.title();
            case SchoolCard school -> school.shortName();
            default -> "";
        };
    }
}

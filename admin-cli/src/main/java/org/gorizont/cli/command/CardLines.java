// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.command;

import java.util.ArrayList;
import java.util.List;
import org.gorizont.cli.client.Cards;
import org.gorizont.cli.client.Ids;
import org.gorizont.cli.text.Messages;
import org.gorizont.cli.text.Safe;
import org.gorizont.cli.text.Words;
import org.gorizont.protocol.domain.Card;
import org.gorizont.protocol.domain.PracticeCard;
import org.gorizont.protocol.domain.ResourceCard;
import org.gorizont.protocol.wire.v1.AdminWire.RecordView;

/** One record for a person: what is not stated is left out. */
final class CardLines {
    private static final String INDENT = "  ";

    private final Session session;
    private final Messages say;
    private final Words words;
    private final List<String> lines = new ArrayList<>();

    CardLines(Session session) {
        this.session = session;
        this.say = session.messages();
        this.words = session.words();
    }

    List<String> of(RecordView view) {
        RecordLines rows = new RecordLines(session);
        lines.add(Safe.line(rows.title(view)));
        field("school", rows.school(view) + "  " + Ids.hex(view.getSchool()));
        field("said", session.moments().of(view.getSaid()));
        field("as-of", session.moments().of(view.getAsOf()));
        if (!view.getPresence().equals("HERE")) {
            field("presence", say.word("presence", view.getPresence()));
        }
        Cards.of(view).ifPresent(this::card);
        return List.copyOf(lines);
    }

    private void card(Card card) {
        if (card instanceof PracticeCard practice) {
            practice(practice);
        } else if (card instanceof ResourceCard resource) {
            resource(resource);
        }
    }

    private void practice(PracticeCard card) {
        field("subjects", words.names("subjects", card.subjects()));
        card.grades().ifPresent(band -> field("grades", band.from() + "–" + band.to()));
        field("direction", words.name("directions", card.direction()));
        field("stage", words.name("practice-stages", card.stage()));
        field("form", words.name("practice-forms", card.form()));
        field("equipment", words.names("resource-kinds", card.equipment()));
        field("minutes", card.durationMinutes() == 0 ? "" : Integer.toString(card.durationMinutes()));
        block("problem", card.problem());
        block("aim", card.aim());
        block("steps", card.steps());
        block("results", card.results());
        field("difficulties", String.join(", ", card.difficulties()));
        field("licence", card.sources().licence());
        field("based-on", card.sources().basedOn());
        field("source", card.sources().outside());
    }

    private void resource(ResourceCard card) {
        field("kind", words.name("resource-kinds", card.resourceKind()));
        field("model", card.model());
        field("quantity", Integer.toString(card.quantity()));
        field("seats", card.seatsPerUnit() == 0 ? "" : Integer.toString(card.seatsPerUnit()));
        field("room", card.room());
        field("condition", words.name("conditions", card.condition()));
        field("consumable", card.consumable() ? say.of("yes") : "");
        field("mode", words.name("lending-modes", card.terms().mode()));
        field("who-may", words.name("access-rules", card.terms().whoMay()));
        field(
                "lead-days",
                card.terms().leadDays() == 0
                        ? ""
                        : Integer.toString(card.terms().leadDays()));
        block("needs", card.terms().needs());
        block("safety", card.terms().safety());
        block("about", card.about());
    }

    private void field(String name, String value) {
        if (!value.isEmpty()) {
            lines.add(INDENT + say.of("field." + name) + ": " + Safe.line(value));
        }
    }

    private void block(String name, String value) {
        if (!value.isEmpty()) {
            lines.add(INDENT + say.of("field." + name) + ":");
            lines.add(Safe.block(value, INDENT + INDENT));
        }
    }
}

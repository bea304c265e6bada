// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web.page;

import java.util.ArrayList;
import java.util.List;
import org.gorizont.node.vocabulary.Field;
import org.gorizont.node.web.text.Wording;
import org.gorizont.protocol.domain.PracticeCard;
import org.gorizont.protocol.domain.ResourceCard;

/** Fields of a card with their names, in the order in which people ask for them; what is not stated is left out. */
public final class Facts {
    private Facts() {}

    /** A name and what stands beside it. */
    public record Fact(String name, String value) {}

    static List<String> brief(Wording words, PracticeCard card) {
        List<String> facts = new ArrayList<>();
        facts.add(words.names(Field.SUBJECTS, card.subjects()));
        card.grades().ifPresent(grades -> facts.add(words.grades(grades)));
        facts.add(words.name(Field.PRACTICE_FORMS, card.form()));
        facts.add(card.durationMinutes() == 0 ? "" : words.count("count.minutes", card.durationMinutes()));
        facts.removeIf(String::isBlank);
        return facts;
    }

    static List<String> brief(Wording words, ResourceCard card) {
        List<String> facts = new ArrayList<>();
        String kind = words.name(Field.RESOURCE_KINDS, card.resourceKind());
        facts.add(kind.equalsIgnoreCase(card.title()) ? "" : kind);
        facts.add(words.count("count.units", card.quantity()));
        card.seats().ifPresent(seats -> facts.add(words.count("count.seats", seats)));
        facts.add(words.name(Field.LENDING_MODES, card.terms().mode()));
        facts.add(ResourceCard.BROKEN.equals(card.condition()) ? words.name(Field.CONDITIONS, card.condition()) : "");
        facts.removeIf(String::isBlank);
        return facts;
    }

    static List<Fact> of(Wording words, PracticeCard card) {
        List<Fact> facts = new ArrayList<>();
        add(facts, words, "practice.subjects", words.names(Field.SUBJECTS, card.subjects()));
        add(facts, words, "practice.grades", card.grades().map(words::grades).orElse(""));
        add(facts, words, "practice.form", words.name(Field.PRACTICE_FORMS, card.form()));
        add(facts, words, "practice.direction", words.name(Field.DIRECTIONS, card.direction()));
        add(facts, words, "practice.stage", words.name(Field.PRACTICE_STAGES, card.stage()));
        int minutes = card.durationMinutes();
        add(facts, words, "practice.duration", minutes == 0 ? "" : words.count("count.minutes", minutes));
        add(facts, words, "practice.difficulties", String.join(", ", card.difficulties()));
        add(facts, words, "practice.licence", card.sources().licence());
        add(facts, words, "practice.based-on", card.sources().basedOn());
        add(facts, words, "practice.outside", card.sources().outside());
        return facts;
    }

    static List<Fact> of(Wording words, ResourceCard card) {
        List<Fact> facts = new ArrayList<>();
        add(facts, words, "resource.kind", words.capital(words.name(Field.RESOURCE_KINDS, card.resourceKind())));
        add(facts, words, "resource.model", card.model());
        add(facts, words, "resource.quantity", words.count("count.units", card.quantity()));
        String seats =
                card.seats().map(number -> words.count("count.seats", number)).orElse("");
        add(facts, words, "resource.seats", seats);
        add(facts, words, "resource.room", card.room());
        add(facts, words, "resource.condition", words.name(Field.CONDITIONS, card.condition()));
        add(facts, words, "resource.consumable", card.consumable() ? words.say("resource.yes") : "");
        return facts;
    }

    static List<Fact> terms(Wording words, ResourceCard card) {
        List<Fact> facts = new ArrayList<>();
        add(
                facts,
                words,
                "resource.mode",
                words.name(Field.LENDING_MODES, card.terms().mode()));
        add(
                facts,
                words,
                "resource.who-may",
                words.name(Field.ACCESS_RULES, card.terms().whoMay()));
        int days = card.terms().leadDays();
        add(facts, words, "resource.lead-days", days == 0 ? "" : words.count("count.days", days));
        add(facts, words, "resource.needs", card.terms().needs());
        add(facts, words, "resource.safety", card.terms().safety());
        return facts;
    }

    private static void add(List<Fact> facts, Wording words, String name, String value) {
        if (!value.isBlank()) {
            facts.add(new Fact(words.say(name), value));
        }
    }
}

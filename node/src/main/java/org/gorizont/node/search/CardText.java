// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gorizont.node.vocabulary.Field;
import org.gorizont.node.vocabulary.Vocabularies;
import org.gorizont.protocol.domain.AvailabilityCard;
import org.gorizont.protocol.domain.Card;
import org.gorizont.protocol.domain.CentreCard;
import org.gorizont.protocol.domain.PracticeCard;
import org.gorizont.protocol.domain.ResourceCard;
import org.gorizont.protocol.domain.SchoolCard;

/**
 * What of a card can be found.
 *
 * @param title what people see first
 * @param words names and aliases of its codes, in both languages; found, never shown
 * @param text the long fields; snippets are cut from it
 */
record CardText(String title, String words, String text) {
    private static final Pattern ENDED = Pattern.compile("[.!?…:;]\\s*$");

    /** Empty for kinds that nobody looks for by words. */
    static Optional<CardText> of(Card card, Vocabularies vocabularies) {
        return switch (card) {
            case SchoolCard school -> Optional.of(school(school));
            case CentreCard _, AvailabilityCard _ -> Optional.empty();
            case PracticeCard practice -> Optional.of(practice(practice, vocabularies));
            case ResourceCard resource -> Optional.of(resource(resource, vocabularies));
        };
    }

    private static CardText school(SchoolCard card) {
        return new CardText(
                card.shortName(),
                "школа school",
                joined(List.of(
                        card.fullName(),
                        card.location().settlement(),
                        card.location().municipality(),
                        card.location().region())));
    }

    private static CardText practice(PracticeCard card, Vocabularies vocabularies) {
        List<String> words = new ArrayList<>();
        card.subjects().forEach(code -> words.addAll(vocabularies.words(Field.SUBJECTS, code)));
        card.equipment().forEach(code -> words.addAll(vocabularies.words(Field.RESOURCE_KINDS, code)));
        words.addAll(vocabularies.words(Field.DIRECTIONS, card.direction()));
        words.addAll(vocabularies.words(Field.PRACTICE_FORMS, card.form()));
        List<String> text = new ArrayList<>(List.of(card.problem(), card.aim(), card.steps(), card.results()));
        text.addAll(card.difficulties());
        return new CardText(card.title(), joined(words), joined(text));
    }

    private static CardText resource(ResourceCard card, Vocabularies vocabularies) {
        return new CardText(
                card.title(),
                joined(vocabularies.words(Field.RESOURCE_KINDS, card.resourceKind())),
                joined(List.of(
                        card.about(),
                        card.model(),
                        card.room(),
                        card.terms().needs(),
                        card.terms().safety())));
    }

    /** Parts one under another; each ends as a sentence does, so that a snippet does not run over into the next. */
    private static String joined(List<String> parts) {
        return parts.stream()
                .filter(part -> !part.isBlank())
                .map(part -> ENDED.matcher(part).find() ? part : part + ".")
                .collect(Collectors.joining("\n"));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gorizont.node.accounts.Right;
import org.gorizont.node.desk.FormKind;
import org.gorizont.node.desk.Forms;
import org.gorizont.node.desk.PersonalHints;

/**
 * What the first start has typed, before it goes out.
 *
 * @param cards fields by kind
 * @param refused key of the phrase that says why nothing was published a moment ago
 */
public record FirstPublishPage(Frame frame, Map<FormKind, Map<String, String>> cards, Optional<String> refused) {
    public List<FormKind> kinds() {
        return List.copyOf(cards.keySet());
    }

    /** The fields that say something. */
    public List<FieldView> fields(FormKind kind) {
        Map<String, String> typed = cards.getOrDefault(kind, Map.of());
        return Forms.of(kind).fields().stream()
                .map(field -> new FieldView(frame, kind, field, typed.getOrDefault(field.name(), ""), Optional.empty()))
                .filter(field -> !field.value().isBlank())
                .toList();
    }

    public boolean mayPublish() {
        return frame.may(Right.PUBLISH_SCHOOL);
    }

    /** What looks personal, in words. */
    public List<String> hints() {
        return cards.entrySet().stream()
                .flatMap(card -> PersonalHints.in(card.getValue()).stream()
                        .map(hint -> "«" + hint.text() + "»: "
                                + frame.say(
                                        "hint." + hint.what(),
                                        frame.say("form." + card.getKey().code() + "." + hint.field()))))
                .toList();
    }

    public static Stream<PersonalHints.Hint> hints(Map<FormKind, Map<String, String>> cards) {
        return cards.values().stream().flatMap(fields -> PersonalHints.in(fields).stream());
    }

    public Optional<String> problem() {
        return refused.map(frame::say);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gorizont.node.vocabulary.Field;
import org.gorizont.protocol.domain.Card;
import org.gorizont.protocol.domain.LendingTerms;
import org.gorizont.protocol.domain.ResourceCard;

/** The form of a resource. */
final class ResourceForm extends Form {
    private static final List<Group> GROUPS = List.of(
            new Group(
                    "resource.main",
                    List.of(
                            FormField.of("title", FormField.Type.LINE).must(),
                            FormField.choice("kind", Field.RESOURCE_KINDS).must(),
                            FormField.of("model", FormField.Type.LINE),
                            FormField.of("quantity", FormField.Type.NUMBER).must(),
                            FormField.of("seatsPerUnit", FormField.Type.NUMBER),
                            FormField.of("room", FormField.Type.LINE),
                            FormField.choice("condition", Field.CONDITIONS),
                            FormField.of("consumable", FormField.Type.FLAG),
                            FormField.of("about", FormField.Type.TEXT))),
            new Group(
                    "resource.terms",
                    List.of(
                            FormField.choice("mode", Field.LENDING_MODES),
                            FormField.choice("whoMay", Field.ACCESS_RULES),
                            FormField.of("leadDays", FormField.Type.NUMBER),
                            FormField.of("needs", FormField.Type.TEXT),
                            FormField.of("safety", FormField.Type.TEXT))));

    @Override
    public List<Group> groups() {
        return GROUPS;
    }

    @Override
    public Map<String, String> blank() {
        return Map.of("quantity", "1");
    }

    @Override
    Map<String, String> least() {
        return Map.of("title", "-", "kind", "-", "quantity", "1");
    }

    @Override
    Card card(Typed typed, Optional<Card> base) throws Unreadable {
        return new ResourceCard(
                typed.text("kind"),
                typed.text("title"),
                typed.text("model"),
                typed.number("quantity", 0),
                typed.number("seatsPerUnit", 0),
                typed.text("room"),
                typed.text("condition"),
                typed.text("about"),
                typed.flag("consumable"),
                new LendingTerms(
                        typed.text("mode"),
                        typed.text("whoMay"),
                        typed.number("leadDays", 0),
                        typed.text("needs"),
                        typed.text("safety")),
                base.map(Card::sample).orElse(false));
    }

    @Override
    public Map<String, String> typed(Card card) {
        ResourceCard resource = (ResourceCard) card;
        LendingTerms terms = resource.terms();
        return new Typed.Filled()
                .put("title", resource.title())
                .put("kind", resource.resourceKind())
                .put("model", resource.model())
                .put("quantity", resource.quantity(), 0)
                .put("seatsPerUnit", resource.seatsPerUnit(), 0)
                .put("room", resource.room())
                .put("condition", resource.condition())
                .put("consumable", resource.consumable())
                .put("about", resource.about())
                .put("mode", terms.mode())
                .put("whoMay", terms.whoMay())
                .put("leadDays", terms.leadDays(), 0)
                .put("needs", terms.needs())
                .put("safety", terms.safety())
                .fields();
    }
}

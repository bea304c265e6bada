// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gorizont.node.vocabulary.Field;
import org.gorizont.protocol.domain.Card;
import org.gorizont.protocol.domain.CentreCard;

/** The form of the card of the school's centre. */
final class CentreForm extends Form {
    private static final List<Group> GROUPS = List.of(new Group(
            "centre.main",
            List.of(
                    FormField.choices("profiles", Field.CENTRE_PROFILES),
                    FormField.of("openedYear", FormField.Type.NUMBER),
                    FormField.of("about", FormField.Type.TEXT),
                    FormField.of("contactRole", FormField.Type.LINE))));

    @Override
    public List<Group> groups() {
        return GROUPS;
    }

    @Override
    Map<String, String> least() {
        return Map.of();
    }

    @Override
    Card card(Typed typed, Optional<Card> base) throws Unreadable {
        return new CentreCard(
                typed.lines("profiles"),
                typed.number("openedYear", 0),
                typed.text("about"),
                typed.text("contactRole"),
                base.map(Card::sample).orElse(false));
    }

    @Override
    public Map<String, String> typed(Card card) {
        CentreCard centre = (CentreCard) card;
        return new Typed.Filled()
                .put("profiles", centre.profiles())
                .put("openedYear", centre.openedYear(), 0)
                .put("about", centre.about())
                .put("contactRole", centre.contactRole())
                .fields();
    }
}

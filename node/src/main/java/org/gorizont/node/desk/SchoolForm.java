// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gorizont.node.vocabulary.Field;
import org.gorizont.protocol.domain.Card;
import org.gorizont.protocol.domain.Location;
import org.gorizont.protocol.domain.Office;
import org.gorizont.protocol.domain.SchoolCard;

/** The form of the card of the school itself. */
final class SchoolForm extends Form {
    private static final List<Group> GROUPS = List.of(
            new Group(
                    "school.main",
                    List.of(
                            FormField.of("shortName", FormField.Type.LINE).must(),
                            FormField.of("fullName", FormField.Type.TEXT),
                            FormField.choice("kind", Field.INSTITUTIONS))),
            new Group(
                    "school.place",
                    List.of(
                            FormField.of("settlement", FormField.Type.LINE),
                            FormField.of("municipality", FormField.Type.LINE),
                            FormField.of("region", FormField.Type.LINE),
                            FormField.of("zone", FormField.Type.ZONE),
                            FormField.of("latitude", FormField.Type.DEGREES),
                            FormField.of("longitude", FormField.Type.DEGREES))),
            new Group(
                    "school.office",
                    List.of(
                            FormField.of("officePhone", FormField.Type.LINE),
                            FormField.of("officeMail", FormField.Type.LINE),
                            FormField.of("site", FormField.Type.LINE))));

    @Override
    public List<Group> groups() {
        return GROUPS;
    }

    @Override
    Map<String, String> least() {
        return Map.of("shortName", "-");
    }

    @Override
    List<String> companions(String field) {
        return switch (field) {
            case "latitude" -> List.of("longitude");
            case "longitude" -> List.of("latitude");
            default -> List.of();
        };
    }

    @Override
    Card card(Typed typed, Optional<Card> base) throws Unreadable {
        Location location = new Location(
                typed.text("region"),
                typed.text("municipality"),
                typed.text("settlement"),
                typed.place("latitude", "longitude"),
                typed.text("zone"));
        return new SchoolCard(
                typed.text("shortName"),
                typed.text("fullName"),
                typed.text("kind"),
                location,
                new Office(typed.text("site"), typed.text("officePhone"), typed.text("officeMail")),
                base.map(Card::sample).orElse(false));
    }

    @Override
    public Map<String, String> typed(Card card) {
        SchoolCard school = (SchoolCard) card;
        Location where = school.location();
        Typed.Filled filled = new Typed.Filled()
                .put("shortName", school.shortName())
                .put("fullName", school.fullName())
                .put("kind", school.institution())
                .put("settlement", where.settlement())
                .put("municipality", where.municipality())
                .put("region", where.region())
                .put("zone", where.zone());
        where.place()
                .ifPresent(place ->
                        filled.degrees("latitude", place.latitudeE5()).degrees("longitude", place.longitudeE5()));
        return filled.put("officePhone", school.office().phone())
                .put("officeMail", school.office().mail())
                .put("site", school.office().site())
                .fields();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.setup;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gorizont.cli.text.Failure;
import org.gorizont.cli.text.Messages;
import org.gorizont.cli.text.Words;
import org.gorizont.protocol.domain.Card;
import org.gorizont.protocol.domain.CentreCard;
import org.gorizont.protocol.domain.Location;
import org.gorizont.protocol.domain.Office;
import org.gorizont.protocol.domain.SchoolCard;
import org.gorizont.protocol.domain.Texts;
import org.gorizont.protocol.domain.UnfitField;

/**
 * What a school has answered at set-up, as typed; texts may be empty except the name.
 *
 * @param centreProfiles names or codes with commas between; empty when the school has no centre
 */
public record Answers(
        String name,
        String fullName,
        String kind,
        String region,
        String municipality,
        String settlement,
        String zone,
        String phone,
        String mail,
        String site,
        String centreProfiles,
        int centreYear) {
    /** The first records of the school. Words become codes; a field that breaks its rule is a {@link Failure}. */
    public List<Card> cards(Messages messages) {
        Words words = new Words(messages.language());
        try {
            List<Card> cards = new ArrayList<>();
            cards.add(new SchoolCard(
                    Texts.tidied(name),
                    Texts.tidied(fullName),
                    words.code("institutions", kind),
                    new Location(
                            Texts.tidied(region),
                            Texts.tidied(municipality),
                            Texts.tidied(settlement),
                            Optional.empty(),
                            knownZone()),
                    new Office(Texts.tidied(site), Texts.tidied(phone), Texts.tidied(mail)),
                    false));
            if (!centreProfiles.isBlank() || centreYear != 0) {
                List<String> profiles = Arrays.stream(centreProfiles.split(","))
                        .filter(word -> !word.isBlank())
                        .map(word -> words.code("centre-profiles", word))
                        .toList();
                cards.add(new CentreCard(profiles, centreYear, "", "", false));
            }
            return cards;
        } catch (UnfitField e) {
            throw Failure.usage(
                    "unfit-answer",
                    messages.word("answer", e.field()),
                    messages.word("unfit", e.problem().name()));
        }
    }

    private String knownZone() {
        try {
            return ZoneId.of(zone.strip()).getId();
        } catch (DateTimeException _) {
            throw Failure.usage("unknown-zone", zone);
        }
    }
}

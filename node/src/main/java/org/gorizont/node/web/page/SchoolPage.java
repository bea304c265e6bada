// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web.page;

import java.util.List;
import java.util.stream.Stream;
import org.gorizont.node.readmodel.Listed;
import org.gorizont.node.readmodel.Page;
import org.gorizont.node.readmodel.SchoolView;
import org.gorizont.protocol.domain.Kinds;
import org.gorizont.protocol.domain.PracticeCard;
import org.gorizont.protocol.domain.ResourceCard;
import org.gorizont.protocol.domain.SchoolCard;

/** A school: where it is, how it is reached, its centre, and all that it shares. */
public record SchoolPage(
        Frame frame,
        SchoolView school,
        Page<Listed<PracticeCard>> practices,
        Page<Listed<ResourceCard>> resources,
        Band band) {

    public List<Row> practiceRows() {
        return practices.items().stream()
                .map(practice -> Row.listed(frame.words(), practice, Kinds.PRACTICE))
                .toList();
    }

    public List<Row> resourceRows() {
        return resources.items().stream()
                .map(resource -> Row.listed(frame.words(), resource, Kinds.RESOURCE))
                .toList();
    }

    public Contact contact() {
        return Contact.of(frame.words(), school.heard());
    }

    public boolean isSample() {
        return school.card().map(SchoolCard::sample).orElse(false);
    }

    public boolean sharesNothing() {
        return practices.total() == 0 && resources.total() == 0;
    }

    /** Settlement, municipality and region, as far as they are stated. */
    public List<String> place() {
        return school.card().stream()
                .map(SchoolCard::location)
                .flatMap(where -> Stream.of(where.settlement(), where.municipality(), where.region()))
                .filter(part -> !part.isBlank())
                .toList();
    }

    /** Phone, mail and site of the office, as far as they are stated. */
    public List<String> office() {
        return school.card().stream()
                .map(SchoolCard::office)
                .flatMap(office -> Stream.of(office.phone(), office.mail(), office.site()))
                .filter(part -> !part.isBlank())
                .toList();
    }
}

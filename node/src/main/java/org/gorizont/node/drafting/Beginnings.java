// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.drafting;

import java.util.Optional;
import java.util.TreeMap;
import org.gorizont.node.desk.Desk;
import org.gorizont.node.desk.DraftDays;
import org.gorizont.node.desk.FormKind;
import org.gorizont.node.desk.Forms;
import org.gorizont.node.publishing.Publisher;
import org.gorizont.node.publishing.Standing;
import org.gorizont.node.readmodel.Catalogue;
import org.gorizont.node.readmodel.Listed;
import org.gorizont.node.readmodel.RecordVersion;
import org.gorizont.node.readmodel.Timetable;
import org.gorizont.protocol.codec.Reading;
import org.gorizont.protocol.domain.Card;
import org.gorizont.protocol.domain.ResourceCard;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.RecordId;

/** What a draft begins with, and what it rests on. */
public final class Beginnings {
    private final Publisher publisher;
    private final Catalogue catalogue;

    public Beginnings(Publisher publisher, Catalogue catalogue) {
        this.publisher = publisher;
        this.catalogue = catalogue;
    }

    /** Names what is published of that which such a draft changes; empty when nothing is. */
    public Optional<Hash> standing(FormKind kind, RecordId record) throws InterruptedException {
        return kind.isAboutAnother()
                ? Standing.of(publisher.time(record))
                : publisher.standing(record).map(Standing::of);
    }

    /** A draft of this kind for this record: with what stands, or a blank form. */
    public Desk.Start start(FormKind kind, RecordId record) throws InterruptedException {
        return kind.isAboutAnother() ? time(kind, record) : over(kind, record, publisher.standing(record));
    }

    /** A draft that repeats a version of a record, if it can be read. */
    public Desk.Start over(FormKind kind, RecordId record, Optional<RecordVersion> standing) {
        Optional<Card> card = standing.flatMap(Beginnings::card);
        return new Desk.Start(
                kind,
                record,
                card.map(Forms.of(kind)::typed).orElseGet(Forms.of(kind)::blank),
                standing.map(Standing::of),
                card.flatMap(_ -> standing.flatMap(RecordVersion::content)));
    }

    /** What a record says; empty when it has ended, lacks its body or is not readable here. */
    static Optional<Card> card(RecordVersion version) {
        boolean readable = !version.ends() && !version.lacksBody();
        return readable && version.reading() instanceof Reading.Read(Card card) ? Optional.of(card) : Optional.empty();
    }

    /** What stands of an own record. */
    Optional<RecordVersion> version(RecordId record) throws InterruptedException {
        return publisher.standing(record);
    }

    private Desk.Start time(FormKind kind, RecordId record) throws InterruptedException {
        Timetable time = publisher.time(record);
        String title = catalogue
                .resource(publisher.self(), record)
                .flatMap(Listed::card)
                .map(ResourceCard::title)
                .orElse("");
        return new Desk.Start(
                kind,
                record,
                DraftDays.fields(record, title, time.zone(), new TreeMap<>()),
                Standing.of(time),
                Optional.empty());
    }

    /** When a resource is free as it is published. */
    Timetable published(RecordId resource) throws InterruptedException {
        return publisher.time(resource);
    }
}

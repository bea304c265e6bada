// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import java.util.Optional;
import java.util.TreeMap;
import org.gorizont.node.desk.Desk;
import org.gorizont.node.desk.DraftDays;
import org.gorizont.node.desk.FormKind;
import org.gorizont.node.desk.Sheet;
import org.gorizont.node.publishing.Publisher;
import org.gorizont.node.publishing.Standing;
import org.gorizont.node.readmodel.Catalogue;
import org.gorizont.node.readmodel.Listed;
import org.gorizont.node.readmodel.RecordKey;
import org.gorizont.node.readmodel.RecordVersion;
import org.gorizont.node.readmodel.Timetable;
import org.gorizont.node.web.page.Who;
import org.gorizont.protocol.domain.ResourceCard;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.RecordId;

/** The school's own records, as pages need them. */
record OwnRecords(Catalogue catalogue, Publisher publisher) {
    RecordKey key(RecordId record) {
        return RecordKey.inCatalogue(publisher.self(), record);
    }

    /** What stands of a record, if it can be changed in a form. */
    Optional<RecordVersion> version(RecordId record) {
        return catalogue
                .version(key(record))
                .filter(version ->
                        !version.ends() && FormKind.of(version.kind()).isPresent());
    }

    boolean stands(RecordId record) {
        return version(record).isPresent();
    }

    /** Names what is published of that which such a draft changes; empty when nothing is. */
    Optional<Hash> standing(FormKind kind, RecordId record) throws InterruptedException {
        return kind.isAboutAnother()
                ? Standing.of(publisher.time(record))
                : publisher.standing(record).map(Standing::of);
    }

    /** What a draft of this kind for this record begins with. */
    Desk.Start start(FormKind kind, RecordId record) throws InterruptedException {
        if (!kind.isAboutAnother()) {
            return DeskDraft.start(kind, record, publisher.standing(record));
        }
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

    /** Whether a draft is on the list of whoever publishes: offered, or one's own. */
    boolean isForPublishing(Who who, Sheet.Brief sheet) {
        return DeskRights.mayPublish(who, sheet.kind()) && DeskRights.sees(who, sheet);
    }
}

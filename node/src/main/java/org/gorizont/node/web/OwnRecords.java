// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import java.util.Optional;
import org.gorizont.node.desk.FormKind;
import org.gorizont.node.desk.Sheet;
import org.gorizont.node.drafting.Beginnings;
import org.gorizont.node.publishing.Publisher;
import org.gorizont.node.readmodel.Catalogue;
import org.gorizont.node.readmodel.RecordKey;
import org.gorizont.node.readmodel.RecordVersion;
import org.gorizont.node.web.page.Who;
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

    /** What drafts of these records begin with. */
    Beginnings beginnings() {
        return new Beginnings(publisher, catalogue);
    }

    /** Whether a draft is on the list of whoever publishes: offered, or one's own. */
    boolean isForPublishing(Who who, Sheet.Brief sheet) {
        return DeskRights.mayPublish(who, sheet.kind()) && DeskRights.sees(who, sheet);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.admin;

import org.gorizont.node.readmodel.Listed;
import org.gorizont.node.readmodel.Provenance;
import org.gorizont.protocol.codec.RecordCodec;
import org.gorizont.protocol.domain.Card;
import org.gorizont.protocol.model.Kind;
import org.gorizont.protocol.wire.v1.AdminWire.RecordView;

/** A record of the read models as a message. */
final class RecordForm {
    private RecordForm() {}

    static RecordView of(Listed<? extends Card> listed) {
        Provenance by = listed.by();
        var view = RecordView.newBuilder()
                .setSchool(Forms.of(by.school()))
                .setSchoolName(by.schoolName().orElse(""))
                .setZone(by.zone())
                .setRecord(Forms.of(listed.key().record().bytes()))
                .setPresence(listed.presence().name())
                .setSaid(Forms.of(by.said()))
                .setAsOf(Forms.of(by.asOf()));
        listed.card().ifPresent(card -> {
            Kind kind = card.kind();
            view.setKind(kind.type()).setKindMajor(kind.major()).setKindMinor(kind.minor());
            view.setBody(Forms.of(RecordCodec.encode(card)));
        });
        return view.build();
    }
}

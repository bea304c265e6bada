// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo.membership;

import com.google.protobuf.ByteString;
import java.security.SecureRandom;
import java.util.List;
import org.gorizont.cli.client.Cards;
import org.gorizont.cli.demo.stage.DemoSchool;
import org.gorizont.cli.demo.stage.Place;
import org.gorizont.protocol.domain.LendingTerms;
import org.gorizont.protocol.domain.ResourceCard;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.RecordId;
import org.gorizont.protocol.wire.v1.AdminWire.RecordDraft;
import org.gorizont.protocol.wire.v1.AdminWire.RecordDraft.Verb;

/** Resources that schools publish so that others can look whether they arrive. */
final class Publications {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int HITS = 20;

    private Publications() {}

    static RecordId id() {
        byte[] id = new byte[RecordId.SIZE];
        RANDOM.nextBytes(id);
        return new RecordId(Bytes.wrap(id));
    }

    /** A new resource of this title. */
    static Place publish(DemoSchool school, String title) {
        return publish(school, List.of(draft(id(), title, "")));
    }

    static Place publish(DemoSchool school, List<RecordDraft> drafts) {
        return Place.of(school.admin().publish(drafts, ByteString.EMPTY));
    }

    static RecordDraft draft(RecordId id, String title, String about) {
        ResourceCard card = new ResourceCard(
                "microscope", title, "", 1, 0, "", "", about, false, new LendingTerms("", "", 0, "", ""), true);
        return Cards.draft(id, card, Verb.VERB_PUT);
    }

    /** Whether a search at this school finds exactly this. */
    static boolean finds(DemoSchool at, String title) {
        return at.admin().search(title, HITS).getHitsList().stream()
                .anyMatch(hit -> Cards.title(hit).equals(title));
    }
}

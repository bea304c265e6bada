// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.admin;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gorizont.node.local.Keeping;
import org.gorizont.node.local.KeptDraft;
import org.gorizont.node.local.LocalDrafts;
import org.gorizont.node.publishing.Standing;
import org.gorizont.node.readmodel.RecordKey;
import org.gorizont.protocol.core.Draft;
import org.gorizont.protocol.core.Refusal;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.wire.v1.AdminWire.PublishAnswer;

/** Keeps as drafts what may not be published now and may be later. */
final class RefusedWishes {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final AdminParts parts;

    RefusedWishes(AdminParts parts) {
        this.parts = parts;
    }

    /** What the answer says of a draft: its number, why it is not kept, or nothing where time alone mends nothing. */
    PublishAnswer.Builder keep(Refusal refusal, LocalDrafts.Place place, List<Draft> drafts)
            throws InterruptedException {
        PublishAnswer.Builder answer = PublishAnswer.newBuilder();
        if (!isKept(refusal)) {
            return answer;
        }
        // Without it a draft only seems to rest on less than it does, and its owner is asked once more.
        parts.readSide().caughtUp(PATIENCE);
        List<KeptDraft.Item> items = drafts.stream()
                .map(draft -> new KeptDraft.Item(draft, standing(place, draft)))
                .toList();
        return switch (parts.drafts().keep(refusal, Instant.now(), place, items)) {
            case Keeping.Kept(int number) -> answer.setKept(number);
            case Keeping.NotKept(Keeping.Obstacle why) -> answer.setNotKept(why.name());
        };
    }

    /** What the own log says of the record of a draft: the same after a re-put, another one after every other change. */
    Optional<Hash> standing(LocalDrafts.Place place, Draft draft) {
        RecordKey key = new RecordKey(parts.self(), place.channel(), place.scope(), draft.record());
        return parts.catalogue().version(key).map(Standing::of);
    }

    /**
     * A store that takes no writes takes no draft either. Where a limit or a rule refuses, the same wish would be refused
     * again.
     */
    private static boolean isKept(Refusal refusal) {
        return refusal == Refusal.RECOVERING
                || refusal == Refusal.STOPPED_BY_HIGHER_HEAD
                || refusal == Refusal.STOPPED_BY_FORK
                || refusal == Refusal.KEYS_CHANGED;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import java.util.List;
import org.gorizont.protocol.core.Turn;
import org.gorizont.protocol.frame.Reason;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.IdentityChain;
import org.gorizont.protocol.model.SchoolId;

/** At the end of each input: what it has brought to light about keys and circles reaches whatever waited for it. */
final class Settling {
    private final Parts parts;
    private final LinkDesk links;

    Settling(Parts parts, LinkDesk links) {
        this.parts = parts;
        this.links = links;
    }

    /** What waited for an identity goes on: what limits logs first, then what lets them grow. */
    void identities(Turn turn) {
        for (SchoolId school : parts.identities.takeFrozen()) {
            if (school.equals(parts.self)) {
                parts.keys.superseded();
            }
            parts.links
                    .of(school)
                    .forEach(link -> links.disconnect(turn, link, Reason.WRONG_IDENTITY, "this identity is frozen"));
            parts.identityMail.warn(turn, parts.links.schools(), school);
        }
        for (IdentityChain chain : parts.identities.takeFresh()) {
            SchoolId school = chain.school();
            parts.seals.sealed(turn, chain);
            if (school.equals(parts.self)) {
                parts.keys.superseded();
            }
            links.dropOldKeys(turn, chain);
            parts.growth.changed(parts.membership.identified(school));
            parts.forks.retry(turn);
            parts.addresses.identified(turn, school);
            parts.identities
                    .released(school)
                    .forEach(waiting -> parts.heads.offer(turn, waiting.link(), waiting.head()));
        }
    }

    void membership(Turn turn) {
        if (parts.growth.takeSaid()) {
            parts.certifying.wake(turn);
        }
        List<CircleId> changed = parts.growth.takeChangedCircles();
        if (!changed.isEmpty()) {
            links.dropUninvited(turn);
            parts.forks.retry(turn);
            if (parts.joins.membersChanged(turn)) {
                parts.growth.tellOwn(turn);
            }
            if (parts.exchange.membersChanged(turn, changed)) {
                links.meetMembers(turn);
            }
        }
    }
}

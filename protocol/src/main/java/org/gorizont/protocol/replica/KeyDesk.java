// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import java.util.ArrayList;
import java.util.List;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.core.Outcome;
import org.gorizont.protocol.core.Refusal;
import org.gorizont.protocol.core.Turn;
import org.gorizont.protocol.frame.Identities;
import org.gorizont.protocol.identity.ChainVerdict;
import org.gorizont.protocol.log.OwnLogs;
import org.gorizont.protocol.log.Seals;
import org.gorizont.protocol.model.IdentityChain;
import org.gorizont.protocol.model.IdentityClaim;
import org.gorizont.protocol.model.Link;
import org.gorizont.protocol.model.Signed;

/**
 * The school changes its keys. A link is taken if it follows from the chain and seals each own log at the head that is held
 * here: what is published until then counts, and what anybody signs with the old key after it does not. From then on this
 * run writes nothing. Allowed also while writing is forbidden: a link is what settles two versions of an own log.
 */
final class KeyDesk {
    private final IdentityChain own;
    private final LogTable logs;
    private final KnownIdentities identities;
    private final OwnLogs ownLogs;
    private final PeerLinks links;

    KeyDesk(IdentityChain own, LogTable logs, KnownIdentities identities, OwnLogs ownLogs, PeerLinks links) {
        this.own = own;
        this.logs = logs;
        this.identities = identities;
        this.ownLogs = ownLogs;
        this.links = links;
    }

    void changed(Turn turn, Input.KeysChanged input) {
        Outcome outcome =
                ownLogs.forbidden().filter(Refusal.KEYS_CHANGED::equals).isPresent()
                        ? new Outcome.Refused(Refusal.KEYS_CHANGED, "")
                        : take(turn, input.link());
        turn.reply(input.request(), outcome);
    }

    /** The identity of this school has grown, here or by somebody else who holds its sheet: the key of this run is old. */
    void superseded() {
        ownLogs.supersede();
    }

    private Outcome take(Turn turn, Signed<Link> link) {
        if (own.epoch() == Limits.CHAIN_LINKS) {
            return new Outcome.Refused(Refusal.TOO_LARGE, Limits.CHAIN_LINKS + " changes of keys");
        }
        List<Signed<Link>> grown = new ArrayList<>(own.links());
        grown.add(link);
        IdentityClaim claim = new IdentityClaim(own.genesisBytes(), own.genesis(), grown);
        return switch (identities.verify(claim)) {
            case ChainVerdict.Invalid(String reason) -> new Outcome.Refused(Refusal.LINK_REFUSED, reason);
            case ChainVerdict.Valid(IdentityChain chain) -> {
                if (!link.value().seals().equals(Seals.of(logs.known(), own))) {
                    yield new Outcome.Refused(Refusal.SEALS_OUTDATED, "");
                }
                identities.keep(turn, chain);
                // Nobody has written under the new key yet, so there is nothing of it to ask others for.
                turn.markRestored(false);
                links.schools().forEach(peer -> turn.send(peer.id, new Identities(List.of(claim))));
                yield new Outcome.KeysChanged(chain);
            }
        };
    }
}

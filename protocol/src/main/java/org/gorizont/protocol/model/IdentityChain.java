// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.model;

import java.util.List;
import java.util.Optional;

/**
 * Genesis and links: who a school is and which keys are its own. Made by {@code identity.ChainCheck} from foreign bytes,
 * which proves hashes, commitments and signatures; this value only answers questions.
 *
 * @param genesisBytes exact bytes whose hash is {@code school}
 */
public record IdentityChain(SchoolId school, Bytes genesisBytes, Genesis genesis, List<Signed<Link>> links) {
    public IdentityChain {
        links = List.copyOf(links);
    }

    /** The newest key epoch, 0 for genesis. */
    public int epoch() {
        return links.size();
    }

    public PublicKey signingKey() {
        return links.isEmpty() ? genesis.signingKey() : links.getLast().value().signingKey();
    }

    public SealingKey sealingKey() {
        return links.isEmpty() ? genesis.sealingKey() : links.getLast().value().sealingKey();
    }

    /** The key that signs heads of incarnation {@code epoch}; empty for an epoch that this chain does not reach. */
    public Optional<PublicKey> signingKey(int epoch) {
        if (epoch < 0 || epoch > links.size()) {
            return Optional.empty();
        }
        return Optional.of(
                epoch == 0 ? genesis.signingKey() : links.get(epoch - 1).value().signingKey());
    }

    /**
     * Where {@code log} was sealed, if its epoch has ended: a log that the sealing link does not name is sealed at size 0.
     */
    public Optional<Seal> seal(LogId log) {
        if (log.incarnation() >= links.size()) {
            return Optional.empty();
        }
        Link sealing = links.get(log.incarnation()).value();
        return Optional.of(sealing.seals().stream()
                .filter(seal -> seal.log().equals(log))
                .findFirst()
                .orElse(new Seal(log, 0, sealing.parent())));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.identity;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.crypto.SignatureVerifier;
import org.gorizont.protocol.crypto.SigningContext;
import org.gorizont.protocol.identity.ChainVerdict.Invalid;
import org.gorizont.protocol.identity.ChainVerdict.Valid;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.IdentityChain;
import org.gorizont.protocol.model.IdentityClaim;
import org.gorizont.protocol.model.Link;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.PublicKey;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Seal;
import org.gorizont.protocol.model.SealingKey;
import org.gorizont.protocol.model.Signed;

/**
 * Judges identity chains (docs/protocol.md, "Identity chain"). A link counts if it names this school, its place and its
 * parent, is signed by the recovery key that the parent committed to, brings usable keys, and seals only logs of this
 * school in the epoch that it ends. So a stolen signing key cannot make one.
 */
public final class ChainCheck {
    private ChainCheck() {}

    /** Costs one signature check a link. */
    public static ChainVerdict verify(IdentityClaim claim, SignatureVerifier verifier) {
        if (claim.links().size() > Limits.CHAIN_LINKS) {
            return new Invalid("more than " + Limits.CHAIN_LINKS + " links");
        }
        if (!usable(claim.genesis().signingKey(), claim.genesis().sealingKey(), verifier)) {
            return new Invalid("genesis names a key that nobody can use safely");
        }
        SchoolId school = Hashing.schoolId(claim.genesisBytes());
        Place place = new Place(school, 1, school.hash(), claim.genesis().recoveryCommitment());
        for (Signed<Link> link : claim.links()) {
            Optional<String> fault = fault(link, place, verifier);
            if (fault.isPresent()) {
                return new Invalid("link " + place.epoch() + " " + fault.get());
            }
            place = place.after(link);
        }
        return new Valid(new IdentityChain(school, claim.genesisBytes(), claim.genesis(), claim.links()));
    }

    /**
     * Compares two valid chains of one school by the exact bytes of their links.
     *
     * @throws IllegalArgumentException if they are of different schools
     */
    public static ChainOrder compare(IdentityChain held, IdentityChain offered) {
        if (!held.school().equals(offered.school())) {
            throw new IllegalArgumentException("chains of " + held.school() + " and of " + offered.school());
        }
        int common = Math.min(held.epoch(), offered.epoch());
        for (int i = 0; i < common; i++) {
            if (!held.links().get(i).exact().equals(offered.links().get(i).exact())) {
                return ChainOrder.CONFLICT;
            }
        }
        int byLength = Integer.compare(offered.epoch(), held.epoch());
        return byLength == 0 ? ChainOrder.SAME : byLength > 0 ? ChainOrder.LONGER : ChainOrder.SHORTER;
    }

    private static Optional<String> fault(Signed<Link> signed, Place place, SignatureVerifier verifier) {
        Link link = signed.value();
        if (!link.school().equals(place.school())) {
            return Optional.of("is of another school");
        }
        if (link.epoch() != place.epoch()) {
            return Optional.of("claims epoch " + link.epoch());
        }
        if (!link.parent().equals(place.parent())) {
            return Optional.of("has another parent");
        }
        if (!Hashing.recoveryCommitment(link.recoveryKey()).equals(place.commitment())) {
            return Optional.of("reveals a recovery key that was not committed to");
        }
        if (!usable(link.signingKey(), link.sealingKey(), verifier)) {
            return Optional.of("names a key that nobody can use safely");
        }
        if (!verifier.verify(link.recoveryKey(), SigningContext.LINK, signed.exact(), signed.signature())) {
            return Optional.of("is not signed by its recovery key");
        }
        return sealFault(link.seals(), place);
    }

    private static Optional<String> sealFault(List<Seal> seals, Place place) {
        Set<LogId> sealed = new TreeSet<>();
        for (Seal seal : seals) {
            if (!seal.log().school().equals(place.school())) {
                return Optional.of("seals a log of another school");
            }
            if (seal.log().incarnation() != place.epoch() - 1) {
                return Optional.of("seals a log of incarnation " + seal.log().incarnation());
            }
            if (!sealed.add(seal.log())) {
                return Optional.of("seals one log twice");
            }
        }
        return Optional.empty();
    }

    private static boolean usable(PublicKey signingKey, SealingKey sealingKey, SignatureVerifier verifier) {
        return verifier.isUsable(signingKey) && verifier.isUsable(sealingKey);
    }

    /** What the next link must fit. */
    private record Place(SchoolId school, int epoch, Hash parent, Hash commitment) {
        Place after(Signed<Link> link) {
            return new Place(
                    school, epoch + 1, Hashing.link(link.exact()), link.value().nextRecoveryCommitment());
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.codec;

import java.time.LocalDate;
import java.util.List;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.model.Action;
import org.gorizont.protocol.model.Ballot;
import org.gorizont.protocol.model.BallotProof;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Certificate;
import org.gorizont.protocol.model.Fraction;
import org.gorizont.protocol.model.Leave;
import org.gorizont.protocol.model.Proposal;
import org.gorizont.protocol.model.Terms;

/** Vectors of votes. The certificate is well-formed and proves nothing. */
final class VoteVectors {
    private VoteVectors() {}

    static List<Vector> leave() {
        Leave leave = new Leave(Samples.CIRCLE, 1);
        return List.of(
                Vector.of("first", "body of a leave entry", leave, CircleCodec.leave(leave), CircleCodec::leave));
    }

    static List<Vector> proposals() {
        Terms terms = new Terms("Соседние школы", 1, Fraction.HALF, new Fraction(3, 4), 1);
        return List.of(
                proposal("seal", new Action.SealElectorate(Samples.CHARTER.founders())),
                proposal("remove", new Action.RemoveSchool(Samples.ALICE, List.of(Samples.HEAD))),
                proposal("amend", new Action.AmendCharter(terms)),
                proposal("grant", new Action.GrantRole(Samples.BOB, "methodist", LocalDate.parse("2027-08-31"))),
                proposal("dormant", new Action.DeclareDormant(Samples.BOB)),
                proposal("succeed", new Action.NameSuccessor(Samples.ALICE, Samples.BOB, List.of())));
    }

    static List<Vector> ballots() {
        return List.of(ballot("yes", true), ballot("no", false));
    }

    static List<Vector> certificate() {
        BallotProof ballot = new BallotProof(Samples.HEAD, 3, Bytes.ofHex("0801"), Samples.BODY, Samples.hashes(1, 2));
        Certificate certificate = new Certificate(VoteCodec.proposal(dormancy()), List.of(ballot));
        return List.of(Vector.of(
                "one-ballot",
                "well-formed only",
                certificate,
                VoteCodec.certificate(certificate),
                VoteCodec::certificate));
    }

    private static Proposal dormancy() {
        return ask(new Action.DeclareDormant(Samples.BOB));
    }

    private static Proposal ask(Action action) {
        return new Proposal(Samples.CIRCLE, Samples.CIRCLE.hash(), action, Samples.filled(0x7a, Proposal.NONCE_SIZE));
    }

    private static Vector proposal(String name, Action action) {
        Proposal proposal = ask(action);
        Bytes bytes = VoteCodec.proposal(proposal);
        return Vector.of(name, "asked of the founders", proposal, bytes, VoteCodec::proposal)
                .with("hash", Hashing.proposal(bytes));
    }

    private static Vector ballot(String name, boolean yes) {
        Ballot ballot = new Ballot(Samples.CIRCLE, Samples.hash(0x7b), yes);
        return Vector.of(name, "body of a ballot entry", ballot, VoteCodec.ballot(ballot), VoteCodec::ballot);
    }
}

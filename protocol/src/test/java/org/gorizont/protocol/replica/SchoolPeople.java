// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.gorizont.protocol.core.Draft;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.Outcome;
import org.gorizont.protocol.core.ReplicaStatus;
import org.gorizont.protocol.core.RequestId;
import org.gorizont.protocol.model.Action;
import org.gorizont.protocol.model.Body;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.Charter;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Fraction;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.Invitation;
import org.gorizont.protocol.model.Kind;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.RecordId;
import org.gorizont.protocol.model.Retention;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Scope;
import org.gorizont.protocol.model.Verb;

/** What the people of a school ask of its node. */
abstract class SchoolPeople {
    abstract SchoolId self();

    abstract Outcome ask(Function<RequestId, Input> question);

    /** A code with which others find this node. */
    abstract Invitation invitation(CircleId circle, Bytes secret);

    /** At random. */
    abstract Bytes bytes(int length);

    abstract Instant now();

    CircleId found(String circle) {
        return found(circle, 1);
    }

    CircleId found(String circle, int sponsors) {
        Charter charter = new Charter(circle, List.of(self()), sponsors, Fraction.HALF, Fraction.HALF, 1, bytes(16));
        return ((Outcome.Founded) ask(request -> new Input.CircleFounded(request, charter, bytes(32)))).circle();
    }

    Invitation invite(CircleId circle) {
        Bytes secret = bytes(16);
        ask(request -> new Input.InvitationMade(request, circle, secret, bytes(32)));
        return invitation(circle, secret);
    }

    Outcome join(Invitation invitation) {
        return ask(request -> new Input.JoinAsked(request, invitation));
    }

    /** Its hash. */
    Hash propose(CircleId circle, Action action) {
        return ((Outcome.Proposed) tryToPropose(circle, action)).proposal();
    }

    Outcome tryToPropose(CircleId circle, Action action) {
        return ask(request -> new Input.ProposalMade(request, circle, action, bytes(16), bytes(32), bytes(32)));
    }

    Outcome answer(CircleId circle, Hash proposal, boolean yes) {
        return ask(request -> new Input.BallotCast(request, circle, proposal, yes, bytes(32)));
    }

    Outcome leave(CircleId circle) {
        return ask(request -> new Input.CircleLeft(request, circle, bytes(32)));
    }

    Outcome publish(int entries, int size) {
        return publish(Channel.CATALOGUE, Scope.everyCircle(), entries, size);
    }

    Outcome publish(Channel channel, Scope scope, int entries, int size) {
        List<Draft> drafts = new ArrayList<>();
        for (int i = 0; i < entries; i++) {
            drafts.add(note(new RecordId(bytes(16)), Verb.PUT, size));
        }
        return ask(request -> new Input.Published(request, channel, scope, drafts));
    }

    /** States these records of the catalogue anew, each with a body of {@code size} bytes. */
    Outcome restate(List<RecordId> records, int size) {
        return publish(records, Verb.REPLACE, size);
    }

    Outcome withdraw(List<RecordId> records) {
        return publish(records, Verb.WITHDRAW, 0);
    }

    private Outcome publish(List<RecordId> records, Verb verb, int size) {
        List<Draft> drafts =
                records.stream().map(record -> note(record, verb, size)).toList();
        return ask(request -> new Input.Published(request, Channel.CATALOGUE, Scope.everyCircle(), drafts));
    }

    private Draft note(RecordId record, Verb verb, int size) {
        return new Draft(
                new Kind("note", 1, 0),
                record,
                verb,
                Retention.LATEST,
                now(),
                List.of(),
                verb.hasBody() ? Optional.of(new Body(bytes(32), bytes(size))) : Optional.empty());
    }

    LogId catalogue() {
        return catalogue(0);
    }

    LogId catalogue(int incarnation) {
        return new LogId(self(), Channel.CATALOGUE, Scope.everyCircle(), incarnation);
    }

    ReplicaStatus status() {
        return ((Outcome.Status) ask(Input.StatusAsked::new)).status();
    }
}

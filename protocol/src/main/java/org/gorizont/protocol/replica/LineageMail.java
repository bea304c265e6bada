// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.gorizont.protocol.core.Turn;
import org.gorizont.protocol.crypto.SignatureVerifier;
import org.gorizont.protocol.crypto.SigningContext;
import org.gorizont.protocol.frame.Lineages;
import org.gorizont.protocol.log.OwnLogs;
import org.gorizont.protocol.membership.Membership;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.IdentityChain;
import org.gorizont.protocol.model.LineageStatement;
import org.gorizont.protocol.model.PublicKey;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Signed;

/**
 * Newest starts of all schools, passed on when they are news, so that two machines with one identity hear of each other
 * (S15). A start that this school has not made, later than its own, is the work of another machine with its key, or of its
 * own past before the store was restored. Nobody can make one up, and older ones mean nothing: a liar stops nobody.
 *
 * <p>Whoever hears of one answers with a still later start, so that the other machine hears of it too; twice at most, since
 * each answer is news to the other.
 */
final class LineageMail {
    /** Of one count, so many different starts are kept: two show that there are two machines. */
    private static final int KEPT = 2;

    private static final int ANSWERS = 2;

    private final SchoolId self;
    private final KnownIdentities identities;
    private final SignatureVerifier verifier;
    private final Membership membership;
    private final PeerLinks links;
    private final OwnStatements statements;
    private final OwnLogs own;
    private final OwnRecovery recovery;
    private final RandomGenerator random;
    private final Map<SchoolId, List<Signed<LineageStatement>>> newest = new TreeMap<>();
    private int answers;

    LineageMail(
            SchoolId self,
            KnownIdentities identities,
            SignatureVerifier verifier,
            Membership membership,
            PeerLinks links,
            OwnStatements statements,
            OwnLogs own,
            OwnRecovery recovery,
            RandomGenerator random) {
        this.self = self;
        this.identities = identities;
        this.verifier = verifier;
        this.membership = membership;
        this.links = links;
        this.statements = statements;
        this.own = own;
        this.recovery = recovery;
        this.random = random;
    }

    /** A neighbour has said Hello: notes its start, and tells it of others of its own school that are not older. */
    void welcome(Turn turn, PeerLink link, Optional<Signed<LineageStatement>> told) {
        told.ifPresent(statement -> heard(turn, link, statement));
        SchoolId school = link.school.orElseThrow();
        int epoch = identities.chain(school).map(IdentityChain::epoch).orElse(0);
        long counter = told.map(statement -> statement.value().startCounter()).orElse(0L);
        List<Signed<LineageStatement>> others = known(school, epoch).stream()
                .filter(statement -> statement.value().startCounter() >= counter)
                .filter(statement -> !told.equals(Optional.of(statement)))
                .toList();
        if (!others.isEmpty()) {
            turn.send(link.id, new Lineages(others));
        }
    }

    /** Starts come over a link; false if one of them is not signed by its school. */
    boolean received(Turn turn, PeerLink link, Lineages frame) {
        boolean genuine = true;
        for (Signed<LineageStatement> statement : frame.statements()) {
            genuine &= heard(turn, link, statement);
        }
        return genuine;
    }

    private boolean heard(Turn turn, PeerLink link, Signed<LineageStatement> statement) {
        SchoolId school = statement.value().school();
        Optional<PublicKey> key = identities
                .chain(school)
                .filter(chain -> chain.epoch() == statement.value().epoch())
                .map(chain -> chain.signingKey());
        if (key.isEmpty() || !isNews(statement)) {
            return true;
        }
        if (!verifier.verify(key.get(), SigningContext.LINEAGE, statement.exact(), statement.signature())) {
            return false;
        }
        // A school that returns by its paper makes no statements: what neighbours tell is of the machine that was lost.
        boolean returning = statements.lineage().isEmpty();
        if (school.equals(self) && returning) {
            return true;
        }
        if (school.equals(self)) {
            answer(turn, statement.value().startCounter());
        } else {
            keep(statement);
            passOn(turn, link, statement);
        }
        return true;
    }

    private boolean isNews(Signed<LineageStatement> statement) {
        List<Signed<LineageStatement>> known =
                known(statement.value().school(), statement.value().epoch());
        long counter = statement.value().startCounter();
        long highest = known.isEmpty() ? -1 : known.getFirst().value().startCounter();
        return counter > highest || counter == highest && !known.contains(statement) && known.size() < KEPT;
    }

    /** Of one epoch: whoever comes back with new keys may count its starts from the beginning. */
    private List<Signed<LineageStatement>> known(SchoolId school, int epoch) {
        List<Signed<LineageStatement>> all =
                school.equals(self) ? statements.lineage().stream().toList() : newest.getOrDefault(school, List.of());
        return all.stream()
                .filter(statement -> statement.value().epoch() == epoch)
                .toList();
    }

    private void keep(Signed<LineageStatement> statement) {
        List<Signed<LineageStatement>> same = new ArrayList<>(
                known(statement.value().school(), statement.value().epoch()));
        same.removeIf(older -> older.value().startCounter() < statement.value().startCounter());
        same.add(statement);
        newest.put(statement.value().school(), same);
    }

    private void passOn(Turn turn, PeerLink from, Signed<LineageStatement> statement) {
        SchoolId school = statement.value().school();
        for (PeerLink link : links.all()) {
            boolean related = link.school
                    .filter(other -> other.equals(school)
                            || !membership.shared(school, other).isEmpty())
                    .isPresent();
            if (related && link != from) {
                turn.send(link.id, new Lineages(List.of(statement)));
            }
        }
    }

    private void answer(Turn turn, long heard) {
        if (answers == ANSWERS) {
            return;
        }
        answers++;
        if (answers == ANSWERS || own.hasWritten()) {
            recovery.besideAnother(turn);
        } else {
            recovery.doubt(turn);
        }
        byte[] token = new byte[LineageStatement.TOKEN_SIZE];
        random.nextBytes(token);
        Signed<LineageStatement> renewed = statements.renew(heard + 1, Bytes.wrap(token));
        turn.startsCounted(heard + 1);
        links.all().stream()
                .filter(link -> !link.isStranger())
                .forEach(link -> turn.send(link.id, new Lineages(List.of(renewed))));
    }
}

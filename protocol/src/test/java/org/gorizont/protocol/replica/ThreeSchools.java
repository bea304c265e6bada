// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import java.util.List;
import org.gorizont.protocol.core.ReplicaStatus;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.RecordId;
import org.gorizont.protocol.model.Retention;
import org.gorizont.protocol.model.Verb;
import org.junit.jupiter.api.BeforeEach;

/** A circle of three, of which the first one speaks of one practice. */
abstract class ThreeSchools {
    static final RecordId PRACTICE = RecordId.ofHex("01".repeat(16));
    static final RecordId OTHER = RecordId.ofHex("02".repeat(16));

    final SmallNetwork network = new SmallNetwork();
    final SmallNetwork.Node alice = network.node("alice");
    final SmallNetwork.Node bob = network.node("bob");
    final SmallNetwork.Node carol = network.node("carol");
    final CircleId circle = alice.found("Горизонт");

    @BeforeEach
    void threeSchools() {
        bob.join(alice.invite(circle));
        carol.join(alice.invite(circle));
    }

    void say(Verb verb, Retention retention) {
        Shelf.say(network, alice, PRACTICE, verb, retention);
    }

    /** Says it while nobody hears it, and shows it as it was. */
    Entry alone(Verb verb) {
        bob.stop();
        carol.stop();
        say(verb, Retention.LATEST);
        Entry whole = Shelf.entries(alice, alice.catalogue()).getLast();
        bob.start();
        carol.start();
        return whole;
    }

    void met(long size) {
        network.runUntil(() -> bob.holds(alice.catalogue()) == size && carol.holds(alice.catalogue()) == size);
    }

    static List<ReplicaStatus.Why> behind(SmallNetwork.Node node) {
        return node.status().schools().stream()
                .flatMap(school -> school.behind().stream())
                .map(ReplicaStatus.Behind::why)
                .toList();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import java.time.Duration;
import java.util.List;
import org.gorizont.protocol.frame.Entries;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.SignedHead;
import org.junit.jupiter.api.BeforeEach;

/** Two schools that met once, and between which only people travel since. */
abstract class SchoolsApart {
    SmallNetwork network = new SmallNetwork();
    SmallNetwork.Node alice;
    SmallNetwork.Node bob;
    CircleId circle;

    @BeforeEach
    void twoSchoolsThatMetOnce() {
        network = new SmallNetwork();
        alice = network.node("alice");
        bob = network.node("bob");
        circle = alice.found("Горизонт");
        bob.join(alice.invite(circle));
        network.runFor(Duration.ofSeconds(5));
        network.closeRoads();
    }

    /** A school that bob has never heard of. */
    SmallNetwork.Node joinAlone() {
        bob.stop();
        network.openRoads();
        var carol = network.node("carol");
        carol.join(alice.invite(circle));
        network.runFor(Duration.ofSeconds(5));
        network.closeRoads();
        bob.start();
        return carol;
    }

    /** What alice's bundle for bob has of her catalogue. */
    Entries catalogueForBob() {
        return (Entries) Stick.frames(alice, Stick.to(bob)).stream()
                .filter(frame -> frame instanceof Entries e && e.log().equals(alice.catalogue()))
                .findFirst()
                .orElseThrow();
    }

    static Entries with(Entries frame, List<Entry> entries, SignedHead head) {
        return new Entries(frame.log(), frame.start(), entries, head, frame.proof(), frame.base());
    }
}

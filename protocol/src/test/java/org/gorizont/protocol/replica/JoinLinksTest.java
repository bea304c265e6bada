// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.Outcome;
import org.gorizont.protocol.core.RequestId;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Invitation;
import org.gorizont.protocol.replica.SmallNetwork.Node;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Joins by a code of a school with which there are links already; of two links the lower school closes one. */
final class JoinLinksTest {
    private static final long REQUEST = 77;

    private final SmallNetwork network = new SmallNetwork();

    private record Pair(Node inviter, Node newcomer) {}

    private Pair meet(boolean inviterIsLower) {
        Node one = network.node("one");
        Node other = network.node("other");
        return one.id.compareTo(other.id) < 0 == inviterIsLower ? new Pair(one, other) : new Pair(other, one);
    }

    /** The link breaks when the code is spent, and both dial: one shows it again, the other has a new member. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void afterABrokenJoinOneLinkStaysAndTheNextJoinGoesOn(boolean inviterIsLower) {
        Pair pair = meet(inviterIsLower);
        Node inviter = pair.inviter;
        Node newcomer = pair.newcomer;
        Invitation invitation = inviter.invite(inviter.found("first"));
        newcomer.input(new Input.JoinAsked(new RequestId(REQUEST), invitation));
        network.runUntil(() -> inviter.store.invitations().isEmpty());
        network.breakLinks();
        network.runUntil(() -> newcomer.outcomes.containsKey(REQUEST));

        network.runFor(Duration.ofSeconds(2));
        assertEquals(1, network.links(inviter, newcomer));

        joinsFurther(pair);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void joinsOneCircleAfterAnotherThroughOneInviterOverOneLink(boolean inviterIsLower) {
        Pair pair = meet(inviterIsLower);
        Node inviter = pair.inviter;
        Node newcomer = pair.newcomer;
        newcomer.join(inviter.invite(inviter.found("first")));

        joinsFurther(pair);
        joinsFurther(pair);
    }

    private void joinsFurther(Pair pair) {
        Node inviter = pair.inviter;
        Node newcomer = pair.newcomer;
        CircleId next = inviter.found("next");

        assertEquals(new Outcome.Joined(next), newcomer.join(inviter.invite(next)));

        network.runFor(Duration.ofSeconds(2));
        assertEquals(1, network.links(inviter, newcomer));
    }

    /** Circles that need two sponsors each: the joins stay open, and one link is enough to wait. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void severalJoinsWaitForSponsorsOverOneLink(boolean inviterIsLower) {
        Pair pair = meet(inviterIsLower);
        Node inviter = pair.inviter;
        Node newcomer = pair.newcomer;
        CircleId first = inviter.found("first", 2);
        CircleId second = inviter.found("second", 2);

        assertEquals(new Outcome.Sponsored(first, 1), newcomer.join(inviter.invite(first)));
        assertEquals(new Outcome.Sponsored(second, 1), newcomer.join(inviter.invite(second)));

        network.runFor(Duration.ofSeconds(10));
        int dialled = network.dialled().size();
        network.runFor(Duration.ofMinutes(10));
        assertEquals(dialled, network.dialled().size());
        assertEquals(1, network.links(inviter, newcomer));
    }
}

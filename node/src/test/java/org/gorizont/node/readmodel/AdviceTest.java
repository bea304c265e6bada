// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.readmodel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gorizont.node.readmodel.Advice.What;
import org.gorizont.protocol.core.DialProblem;
import org.gorizont.protocol.core.ReplicaStatus;
import org.gorizont.protocol.core.ReplicaStatus.Attempt;
import org.gorizont.protocol.core.ReplicaStatus.How;
import org.gorizont.protocol.core.ReplicaStatus.Reach;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Endpoint;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.RelayEndpoint;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Way;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class AdviceTest {
    private static final SchoolId SELF = school(1);
    private static final Endpoint FIRST = new Endpoint("first.example", 7740);
    private static final Endpoint RELAY = new Endpoint("relay.example", 443);

    private static SchoolId school(int number) {
        byte[] id = new byte[Hash.SIZE];
        id[0] = (byte) number;
        return new SchoolId(Hash.wrap(id));
    }

    private static ReplicaStatus status(ReplicaStatus.School... others) {
        return new ReplicaStatus(
                SELF, Optional.empty(), List.of(), Arrays.asList(others), new ReplicaStatus.Counters(0, 0, 0, 0));
    }

    private static ReplicaStatus.School other(int number, boolean connected, Attempt... attempts) {
        Reach reach = new Reach(connected ? How.DIRECT : How.NOT_AT_ALL, List.of(attempts));
        return new ReplicaStatus.School(school(number), Optional.empty(), connected, List.of(), List.of(), reach);
    }

    private static Attempt failed(Endpoint at, DialProblem problem) {
        return new Attempt(new Way.Direct(at), Optional.of(problem), Optional.empty());
    }

    private static List<What> whats(ReplicaStatus status) {
        return Advice.of(status).stream().map(Advice::what).toList();
    }

    @Test
    void thereIsNothingToDoAloneOrWhileOneSchoolIsConnected() {
        assertEquals(List.of(), whats(status()));
        assertEquals(List.of(), whats(status(other(2, true), other(3, false, failed(FIRST, DialProblem.INTERCEPTED)))));
    }

    @ParameterizedTest
    @CsvSource({
        "INTERCEPTED, FILTER",
        "NOT_A_NODE, PAGE",
        "PROXY_UNREACHABLE, PROXY",
        "PROXY_LOGIN, PROXY_LOGIN",
        "PROXY_REFUSED, PROXY_REFUSED",
        "WRONG_KEY, WRONG_KEY",
        "RELAY_NOBODY, NOBODY_WAITS",
        "NOT_ACCEPTED, NOT_ACCEPTED",
        "TIMEOUT, OFF",
        "REFUSED, OFF",
        "NO_ROUTE, NETWORK",
        "UNKNOWN_HOST, NETWORK"
    })
    void eachCauseHasItsAdviceAndItsAddresses(DialProblem problem, What what) {
        List<Advice> advice = Advice.of(status(other(2, false, failed(FIRST, problem))));

        assertEquals(List.of(new Advice(what, List.of(FIRST)), new Advice(What.BUNDLE, List.of())), advice);
    }

    /** One mistyped name among addresses that answer something is no lack of a network. */
    @Test
    void oneUnknownNameIsNotTheNetwork() {
        ReplicaStatus status = status(
                other(2, false, failed(FIRST, DialProblem.UNKNOWN_HOST)),
                other(3, false, failed(RELAY, DialProblem.REFUSED)));

        assertEquals(
                List.of(new Advice(What.OFF, List.of(FIRST, RELAY)), new Advice(What.BUNDLE, List.of())),
                Advice.of(status));
    }

    @Test
    void whereNobodyCanBeDialledARelayIsAdvised() {
        assertEquals(List.of(What.RELAY, What.BUNDLE), whats(status(other(2, false), other(3, false))));
    }

    @Test
    void whoeverCanBeDialledWaits() {
        Attempt own = new Attempt(new Way.Direct(FIRST), Optional.empty(), Optional.empty());
        ReplicaStatus.School self = new ReplicaStatus.School(
                SELF, Optional.empty(), true, List.of(FIRST), List.of(), new Reach(How.OURSELVES, List.of(own)));

        assertEquals(List.of(What.WAIT, What.BUNDLE), whats(status(self, other(2, false))));
    }

    @Test
    void whatWasNotTriedYetIsNoCause() {
        RelayEndpoint at = new RelayEndpoint(RELAY, Bytes.zeros(RelayEndpoint.TOKEN_SIZE));
        Attempt untried = new Attempt(new Way.Relayed(at), Optional.empty(), Optional.empty());

        assertEquals(List.of(What.BUNDLE), whats(status(other(2, false, untried))));
    }

    @Test
    void schoolsOfNoCircleOfOursAreNotWaitedFor() {
        Reach reach = new Reach(How.APART, List.of(failed(FIRST, DialProblem.NOT_ACCEPTED)));
        ReplicaStatus.School gone =
                new ReplicaStatus.School(school(2), Optional.empty(), false, List.of(), List.of(), reach);

        assertEquals(List.of(), whats(status(gone)));
    }

    @ParameterizedTest
    @EnumSource(DialProblem.class)
    void everyProblemLeadsToSomeAdvice(DialProblem problem) {
        assertEquals(2, whats(status(other(2, false, failed(FIRST, problem)))).size());
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.readmodel;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.gorizont.protocol.core.DialProblem;
import org.gorizont.protocol.core.ReplicaStatus;
import org.gorizont.protocol.model.Endpoint;

/**
 * What people can do when no other school is reached.
 *
 * @param addresses that it is about, of schools and relays; may be empty
 */
public record Advice(What what, List<Endpoint> addresses) {
    public Advice {
        addresses = List.copyOf(addresses);
    }

    /** What to do, the nearest cause first. */
    public enum What {
        /** There is no network: look at cable and router. */
        NETWORK,
        /** The proxy does not answer: look at the setting. */
        PROXY,
        /** The proxy wants a name and a password, which a node does not have. */
        PROXY_LOGIN,
        /** The proxy does not let these addresses through. */
        PROXY_REFUSED,
        /** Somebody opens the encryption to these addresses: ask the provider to leave them alone. */
        FILTER,
        /** A page or another program answers in place of these addresses. */
        PAGE,
        /** These nodes have another key: ask the school. */
        WRONG_KEY,
        /** These relays answer, and no node of ours waits there: the nodes are off. The node goes on trying. */
        NOBODY_WAITS,
        /** These do not answer: switched off, or closed. The node goes on trying. */
        OFF,
        /** These answer and do not accept us: ask the schools. */
        NOT_ACCEPTED,
        /** The others cannot be dialled, and we can: they have to call. */
        WAIT,
        /** Nobody can be dialled: agree on a relay, or open a port at one school. */
        RELAY,
        /** Carry a bundle meanwhile. */
        BUNDLE
    }

    /** What to do; nothing while another school is connected, or there is none of a circle of ours. */
    public static List<Advice> of(ReplicaStatus status) {
        List<ReplicaStatus.School> others = status.schools().stream()
                .filter(school -> !school.id().equals(status.self()))
                .filter(school -> school.reach().how() != ReplicaStatus.How.APART)
                .toList();
        if (others.isEmpty() || others.stream().anyMatch(ReplicaStatus.School::connected)) {
            return List.of();
        }
        List<Advice> advice = new ArrayList<>();
        byWhat(others).forEach((what, addresses) -> advice.add(new Advice(what, List.copyOf(addresses))));
        if (others.stream().allMatch(school -> school.reach().attempts().isEmpty())) {
            advice.add(new Advice(canBeDialled(status) ? What.WAIT : What.RELAY, List.of()));
        }
        advice.add(new Advice(What.BUNDLE, List.of()));
        return advice;
    }

    private static boolean canBeDialled(ReplicaStatus status) {
        return status.schools().stream()
                .anyMatch(school -> school.id().equals(status.self())
                        && !school.reach().attempts().isEmpty());
    }

    private static Map<What, SortedSet<Endpoint>> byWhat(List<ReplicaStatus.School> schools) {
        List<ReplicaStatus.Attempt> failed = attempts(schools)
                .filter(attempt -> attempt.problem().isPresent())
                .toList();
        // One name that is not known is a mistake in an address; when nothing else is heard of, it is the network.
        Predicate<DialProblem> nowhere =
                problem -> problem == DialProblem.UNKNOWN_HOST || problem == DialProblem.NO_ROUTE;
        boolean noNetwork = failed.stream()
                .allMatch(attempt -> nowhere.test(attempt.problem().orElseThrow()));
        Map<What, SortedSet<Endpoint>> found = new EnumMap<>(What.class);
        for (ReplicaStatus.Attempt attempt : failed) {
            What what = noNetwork ? What.NETWORK : what(attempt.problem().orElseThrow());
            found.computeIfAbsent(what, _ -> new TreeSet<>()).add(attempt.way().dialled());
        }
        return found;
    }

    private static Stream<ReplicaStatus.Attempt> attempts(List<ReplicaStatus.School> schools) {
        return schools.stream().flatMap(school -> school.reach().attempts().stream());
    }

    private static What what(DialProblem problem) {
        return switch (problem) {
            case PROXY_UNREACHABLE -> What.PROXY;
            case PROXY_LOGIN -> What.PROXY_LOGIN;
            case PROXY_REFUSED -> What.PROXY_REFUSED;
            case INTERCEPTED -> What.FILTER;
            case NOT_A_NODE -> What.PAGE;
            case WRONG_KEY -> What.WRONG_KEY;
            case RELAY_NOBODY -> What.NOBODY_WAITS;
            case NOT_ACCEPTED -> What.NOT_ACCEPTED;
            case REFUSED, TIMEOUT, UNKNOWN_HOST, NO_ROUTE, CLOSED, UNSTABLE, TOO_MANY, LOOPBACK, OTHER -> What.OFF;
        };
    }
}

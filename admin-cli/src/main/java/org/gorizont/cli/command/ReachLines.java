// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.command;

import java.util.ArrayList;
import java.util.List;
import org.gorizont.cli.text.Messages;
import org.gorizont.protocol.wire.v1.AdminWire.SchoolState;
import org.gorizont.protocol.wire.v1.AdminWire.StatusAnswer;
import org.gorizont.protocol.wire.v1.AdminWire.WayState;

/** How schools are reached, and what to do if none is, in words. */
final class ReachLines {
    /** A school that is no longer in a network with ours: nothing is heard of it any more. */
    static final String APART = "APART";

    private final Session session;
    private final Messages say;

    ReachLines(Session session) {
        this.session = session;
        this.say = session.messages();
    }

    /** One school: by which connection, or why by none and when the next attempt is. */
    String of(SchoolState school, boolean proxied) {
        String how = say.word("how", school.getHow());
        if (proxied && say.has("how." + school.getHow() + ".proxied")) {
            how = say.of("how." + school.getHow() + ".proxied");
        }
        if (school.getConnected() || school.getHow().equals(APART)) {
            return how;
        }
        List<String> parts = new ArrayList<>(List.of(how));
        school.getWaysList().stream()
                .filter(way -> !way.getProblem().isEmpty())
                .map(this::of)
                .forEach(parts::add);
        return String.join("; ", parts);
    }

    /** The relay at which this node waits. */
    String relay(StatusAnswer status) {
        if (status.getRelay().isEmpty()) {
            return "–";
        } else if (status.getRelayWaiting() > 0) {
            return say.of("status.relay.waiting", status.getRelay());
        }
        return status.getRelayProblem().isEmpty()
                ? say.of("status.relay.trying", status.getRelay())
                : say.of("status.relay.not", status.getRelay(), relayProblem(status.getRelayProblem()));
    }

    /** What answers there is no node. */
    private String relayProblem(String problem) {
        return say.has("relay-problem." + problem) ? say.of("relay-problem." + problem) : say.word("problem", problem);
    }

    /** What to do; nothing while another school is connected. */
    List<String> advice(StatusAnswer status) {
        List<String> lines = new ArrayList<>();
        if (status.getAdviceCount() > 0) {
            lines.addAll(List.of("", say.of("advice.title")));
        }
        status.getAdviceList().forEach(advice -> {
            String words = say.word("advice", advice.getWhat());
            lines.add("- " + words.replace("{0}", String.join(", ", advice.getAddressesList())));
        });
        return lines;
    }

    private String of(WayState way) {
        String failed = say.of(
                way.getRelay() ? "way.relayed" : "way.direct", way.getAddress(), say.word("problem", way.getProblem()));
        return way.getNextTry() == 0
                ? failed
                : failed + ", " + say.of("way.again", session.moments().of(way.getNextTry()));
    }
}

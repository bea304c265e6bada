// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.gorizont.protocol.codec.FrameCodec;
import org.gorizont.protocol.codec.Malformed;
import org.gorizont.protocol.core.DialProblem;
import org.gorizont.protocol.core.Effect;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.core.LinkId;
import org.gorizont.protocol.frame.Frame;
import org.gorizont.protocol.frame.Goodbye;
import org.gorizont.protocol.model.Endpoint;
import org.gorizont.protocol.model.PublicKey;
import org.gorizont.protocol.model.RelayEndpoint;
import org.gorizont.protocol.model.Way;
import org.gorizont.protocol.replica.SmallNetwork.Node;

/** Lossless lines of 10 ms between the nodes of a {@link SmallNetwork}: who reaches whom, and what travels. */
final class SmallLines {
    private static final Duration DELAY = Duration.ofMillis(10);

    private final SmallClock clock;
    private final Collection<Node> nodes;
    private final Map<Endpoint, Node> listening = new TreeMap<>();
    private final List<Line> links = new ArrayList<>();
    private final List<Way> dialled = new ArrayList<>();
    private final Set<Endpoint> relaysOff = new TreeSet<>();
    private final List<Node> unreachable = new ArrayList<>();
    private BiPredicate<Node, Frame> lost = (_, _) -> false;
    private boolean roads = true;
    private long lastLink;

    /** One connection; each side knows it by its own number. */
    private static final class Line {
        final Node a;
        final LinkId atA;
        final Node b;
        final LinkId atB;
        boolean open = true;

        Line(Node a, LinkId atA, Node b, LinkId atB) {
            this.a = a;
            this.atA = atA;
            this.b = b;
            this.atB = atB;
        }

        boolean isAt(Node node, LinkId id) {
            return open && (a == node && atA.equals(id) || b == node && atB.equals(id));
        }

        void cut() {
            if (open) {
                open = false;
                a.input(new Input.PeerGone(atA));
                b.input(new Input.PeerGone(atB));
            }
        }
    }

    /** @param nodes of which some wait at relays */
    SmallLines(SmallClock clock, Collection<Node> nodes) {
        this.clock = clock;
        this.nodes = nodes;
    }

    void listens(Node node) {
        listening.put(node.endpoint, node);
    }

    void isOff(Node node) {
        listening.remove(node.endpoint);
        links.stream().filter(link -> link.a == node || link.b == node).forEach(Line::cut);
    }

    void lose(BiPredicate<Node, Frame> frames) {
        lost = frames;
    }

    void refuseCallsTo(Node node) {
        unreachable.add(node);
    }

    void relayIsOff(Endpoint relay, boolean off) {
        if (off) {
            relaysOff.add(relay);
        } else {
            relaysOff.remove(relay);
        }
    }

    void roads(boolean open) {
        roads = open;
    }

    void cutAll() {
        List.copyOf(links).forEach(Line::cut);
    }

    List<Way> dialled() {
        return List.copyOf(dialled);
    }

    LinkId between(Node at, Node other) {
        for (Line link : links) {
            if (link.open && link.a == at && link.b == other) {
                return link.atA;
            } else if (link.open && link.b == at && link.a == other) {
                return link.atB;
            }
        }
        throw new AssertionError("no connection");
    }

    /** How many are open between these two. */
    long count(Node one, Node other) {
        return links.stream()
                .filter(link -> link.open && (link.a == one && link.b == other || link.a == other && link.b == one))
                .count();
    }

    void send(Node node, Effect.Send send) {
        if (lost.test(node, send.frame())) {
            return;
        }
        byte[] bytes = FrameCodec.encode(send.frame());
        if (bytes.length > Limits.FRAME_BYTES) {
            throw new AssertionError(
                    "a frame of " + bytes.length + " bytes: " + send.frame().getClass());
        }
        links.stream().filter(link -> link.isAt(node, send.link())).forEach(link -> {
            Node other = link.a == node ? link.b : link.a;
            LinkId there = link.a == node ? link.atB : link.atA;
            clock.later(DELAY, () -> {
                if (link.open) {
                    other.input(new Input.FrameReceived(there, decode(bytes)));
                }
            });
        });
    }

    private static Frame decode(byte[] bytes) {
        try {
            return FrameCodec.decode(bytes);
        } catch (Malformed e) {
            throw new AssertionError("an honest frame cannot be read", e);
        }
    }

    void disconnect(Node node, Effect.Disconnect end) {
        send(node, new Effect.Send(end.link(), Goodbye.because(end.reason(), end.text())));
        links.stream()
                .filter(link -> link.isAt(node, end.link()))
                .forEach(link -> clock.later(DELAY.multipliedBy(2), link::cut));
    }

    void dial(Node from, Effect.Dial dial) {
        clock.later(DELAY, () -> dial(from, dial.way(), dial.expected()));
    }

    private void dial(Node from, Way way, Optional<PublicKey> expected) {
        dialled.add(way);
        Optional<Node> found = found(way);
        if (found.isEmpty()) {
            DialProblem problem = way instanceof Way.Relayed ? DialProblem.RELAY_NOBODY : DialProblem.REFUSED;
            from.input(new Input.DialFailed(way, problem));
            return;
        }
        Node to = found.get();
        if (expected.isPresent() && !expected.get().equals(to.tlsKey())) {
            from.input(new Input.DialFailed(way, DialProblem.WRONG_KEY));
            return;
        }
        Line link = new Line(from, new LinkId(++lastLink), to, new LinkId(++lastLink));
        links.add(link);
        to.input(new Input.PeerConnected(link.atB, from.tlsKey(), Optional.empty()));
        from.input(new Input.PeerConnected(link.atA, to.tlsKey(), Optional.of(way)));
    }

    private Optional<Node> found(Way way) {
        return switch (way) {
            case Way.Direct(Endpoint endpoint) ->
                Optional.ofNullable(listening.get(endpoint))
                        .filter(node -> roads && (!node.natted || node.inTheBuilding) && !unreachable.contains(node));
            case Way.Relayed(RelayEndpoint at) ->
                nodes.stream()
                        .filter(node ->
                                node.replica.isPresent() && node.relays.contains(at) && !relaysOff.contains(at.relay()))
                        .findFirst();
        };
    }
}

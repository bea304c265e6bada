// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.world;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.gorizont.protocol.codec.FrameCodec;
import org.gorizont.protocol.codec.Malformed;
import org.gorizont.protocol.core.DialProblem;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.LinkId;
import org.gorizont.protocol.frame.Frame;
import org.gorizont.protocol.frame.Goodbye;
import org.gorizont.protocol.frame.Reason;
import org.gorizont.protocol.frame.Unknown;
import org.gorizont.protocol.model.Endpoint;
import org.gorizont.protocol.model.PublicKey;
import org.gorizont.protocol.model.RelayEndpoint;
import org.gorizont.protocol.model.Way;

/**
 * Connections between machines. What cannot be dialled can be called at the relay, which is always there, while it waits
 * there with the token that is meant. A connection carries frames in order, each after the sender's line, the way of its pair
 * and the receiver's line; frames are really encoded and decoded. Faults: a frame is lost (and its connection breaks some
 * seconds later, as TCP gives up), doubled or overtaken (which TCP does not do, so this is harder than life; the first one is never overtaken), a direction
 * is cut, a connection breaks.
 */
public final class Network {
    /** After so long without an answer a connection counts as broken. */
    static final Duration SILENCE = Duration.ofSeconds(20);

    private static final Duration DIAL_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration WRONG_KEY = Duration.ofMillis(50);
    private static final Duration NOBODY_WAITS = Duration.ofMillis(50);
    /** Round trips of TCP and TLS. */
    private static final int SET_UP_WAYS = 4;

    private final World world;
    private final Map<Endpoint, Machine> listening = new TreeMap<>();
    private final List<TreeMap<LinkId, Side>> sides = new ArrayList<>();
    private final long[] uplinkFree;
    private final long[] downlinkFree;
    private final long[] sentBytes;
    private final long[] receivedBytes;
    private final long[] lastLink;
    private final boolean[][] cut;

    /** One end of a connection. */
    private static final class Side {
        final Machine machine;
        final LinkId link;
        final SplittableRandom luck;
        Optional<Side> other = Optional.empty();
        /** When the first frame sent from here is due at the other side: without it there is no connection to speak of. */
        long first;
        /** When the last frame sent from here is due at the other side. */
        long arrives;
        /** Numbers the events at this side. */
        long events;

        Side(Machine machine, LinkId link, SplittableRandom luck) {
            this.machine = machine;
            this.link = link;
            this.luck = luck;
        }
    }

    Network(World world, int machines) {
        this.world = world;
        this.uplinkFree = new long[machines];
        this.downlinkFree = new long[machines];
        this.sentBytes = new long[machines];
        this.receivedBytes = new long[machines];
        this.lastLink = new long[machines];
        this.cut = new boolean[machines][machines];
    }

    void add(Machine machine) {
        listening.put(machine.endpoint(), machine);
        sides.add(new TreeMap<>());
    }

    /** Frames from {@code from} to {@code to} vanish until it is healed, and neither can dial the other. */
    public void cut(int from, int to, boolean broken) {
        cut[from][to] = broken;
    }

    public void heal() {
        for (boolean[] row : cut) {
            Arrays.fill(row, false);
        }
    }

    /** Bytes that a machine has sent so far. */
    public long sentBytes(int machine) {
        return sentBytes[machine];
    }

    /** Bytes that have reached a machine so far. */
    public long receivedBytes(int machine) {
        return receivedBytes[machine];
    }

    /** Open connections of a machine. */
    public int connections(int machine) {
        return sides.get(machine).size();
    }

    /** Breaks the connections of a machine without a word, as a restarted router does. */
    public void breakLinks(Machine machine) {
        world.trace().event(machine, "loses its connections");
        for (Side side : List.copyOf(sides.get(machine.number()).values())) {
            side.other.ifPresent(this::close);
            close(side);
        }
    }

    void dial(Machine from, Way way, Optional<PublicKey> expected) {
        Optional<Machine> found = at(way).filter(to -> isReachable(from, to));
        if (found.isEmpty()) {
            boolean relayed = way instanceof Way.Relayed;
            DialProblem problem = relayed ? DialProblem.RELAY_NOBODY : DialProblem.TIMEOUT;
            from.later(relayed ? NOBODY_WAITS : DIAL_TIMEOUT, () -> from.input(new Input.DialFailed(way, problem)));
            return;
        }
        Machine to = found.get();
        if (!expected.map(to.chain().signingKey()::equals).orElse(true)) {
            from.later(WRONG_KEY, () -> from.input(new Input.DialFailed(way, DialProblem.WRONG_KEY)));
            return;
        }
        Duration setUp = world.conditions().delay(from.number(), to.number()).multipliedBy(SET_UP_WAYS);
        long toLife = to.life();
        from.later(setUp, () -> connect(from, to, toLife, way));
    }

    /** Who answers there: a machine that can be dialled, or one that waits at the relay with this token. */
    private Optional<Machine> at(Way way) {
        return switch (way) {
            case Way.Direct(Endpoint endpoint) ->
                Optional.ofNullable(listening.get(endpoint)).filter(machine -> !machine.natted());
            case Way.Relayed(RelayEndpoint relay) ->
                world.machines().stream()
                        .filter(machine -> machine.relays().contains(relay))
                        .findFirst();
        };
    }

    private boolean isReachable(Machine from, Machine to) {
        return to.isOn() && !cut[from.number()][to.number()] && !cut[to.number()][from.number()];
    }

    private void connect(Machine from, Machine to, long toLife, Way way) {
        if (!to.isOn() || to.life() != toLife) {
            from.input(new Input.DialFailed(way, DialProblem.CLOSED));
            return;
        }
        Side a = side(from);
        Side b = side(to);
        a.other = Optional.of(b);
        b.other = Optional.of(a);
        to.input(new Input.PeerConnected(b.link, from.chain().signingKey(), Optional.empty()));
        from.input(new Input.PeerConnected(a.link, to.chain().signingKey(), Optional.of(way)));
    }

    /** Links are numbered by their machine, so that one machine's connections do not rename another's. */
    private Side side(Machine machine) {
        int number = machine.number();
        LinkId link = new LinkId((number + 1L) << Integer.SIZE | ++lastLink[number]);
        Side side = new Side(machine, link, world.streams().of("link", link.number()));
        sides.get(number).put(link, side);
        return side;
    }

    void send(Machine from, LinkId link, Frame frame) {
        Side side = sides.get(from.number()).get(link);
        if (side == null || side.other.isEmpty()) {
            return;
        }
        Side to = side.other.get();
        carry(side, to, frame, from.dialect().encode(frame));
        from.dialect().more(frame).ifPresent(bytes -> carry(side, to, new Unknown(bytes.length), bytes));
    }

    private void carry(Side side, Side to, Frame frame, byte[] bytes) {
        Machine from = side.machine;
        sentBytes[from.number()] += bytes.length;
        world.watch().sends(from, to.machine, frame, bytes.length);
        world.trace().sent(from, to.machine, frame, bytes);
        Conditions conditions = world.conditions();
        if (conditions.loses(side.luck)) {
            world.trace().lost(from, to.machine, "lost");
            silence(side, to);
            return;
        }
        int copies = conditions.doubles(side.luck) ? 2 : 1;
        for (int i = 0; i < copies; i++) {
            transmit(side, to, bytes);
        }
    }

    private void transmit(Side from, Side to, byte[] bytes) {
        Conditions conditions = world.conditions();
        int sender = from.machine.number();
        int receiver = to.machine.number();
        long now = world.nanos();
        long sent = Math.max(now, uplinkFree[sender]) + conditions.uplinkNanos(sender, bytes.length);
        uplinkFree[sender] = sent;
        long due = sent
                + conditions.delay(sender, receiver).toNanos()
                + conditions.extraNanos(sender, receiver, bytes.length, from.luck);
        if (from.first == 0) {
            from.first = due;
        }
        if (conditions.overtakes(from.luck)) {
            due = Math.max(due, from.first);
        } else {
            due = Math.max(due, from.arrives);
            from.arrives = due;
        }
        at(to, due - now, () -> reach(from, to, bytes));
    }

    /** At the receiver's line. */
    private void reach(Side from, Side to, byte[] bytes) {
        if (!isOpen(to)) {
            return;
        }
        int receiver = to.machine.number();
        if (cut[from.machine.number()][receiver]) {
            world.trace().lost(from.machine, to.machine, "cut");
            silence(from, to);
            return;
        }
        receivedBytes[receiver] += bytes.length;
        long busy = world.conditions().downlinkNanos(receiver, bytes.length);
        downlinkFree[receiver] = Math.max(world.nanos(), downlinkFree[receiver]) + busy;
        if (downlinkFree[receiver] == world.nanos()) {
            arrive(from, to, bytes);
        } else {
            at(to, downlinkFree[receiver] - world.nanos(), () -> arrive(from, to, bytes));
        }
    }

    private void arrive(Side from, Side to, byte[] bytes) {
        if (!isOpen(to)) {
            return;
        }
        try {
            Frame frame = FrameCodec.decode(bytes);
            world.trace().arrived(from.machine, to.machine, to.link, frame);
            to.machine.input(new Input.FrameReceived(to.link, frame));
        } catch (Malformed e) {
            to.machine.input(new Input.FrameUnreadable(to.link, String.valueOf(e.getMessage())));
        }
    }

    private boolean isOpen(Side side) {
        return sides.get(side.machine.number()).get(side.link) == side;
    }

    /** Something did not get through: both sides notice after a while, each for itself. */
    private void silence(Side from, Side to) {
        at(from, SILENCE.toNanos(), () -> close(from));
        at(to, SILENCE.plusSeconds(1).toNanos(), () -> close(to));
    }

    void disconnect(Machine machine, LinkId link, Reason reason, String text) {
        Side side = sides.get(machine.number()).get(link);
        if (side == null) {
            return;
        }
        send(machine, link, Goodbye.because(reason, text));
        Side other = side.other.orElseThrow();
        close(side);
        // Behind everything that is still on its way.
        at(other, Math.max(side.arrives - world.nanos(), 0) + 1, () -> close(other));
    }

    void machineGone(Machine machine, Duration noticedAfter) {
        for (Side side : List.copyOf(sides.get(machine.number()).values())) {
            Side other = side.other.orElseThrow();
            long way = world.conditions()
                    .delay(machine.number(), other.machine.number())
                    .toNanos();
            at(other, noticedAfter.toNanos() + way, () -> close(other));
        }
        sides.get(machine.number()).clear();
    }

    private void close(Side side) {
        boolean wasOpen = sides.get(side.machine.number()).remove(side.link) != null;
        if (wasOpen) {
            side.machine.input(new Input.PeerGone(side.link));
        }
    }

    private void at(Side place, long nanos, Runnable action) {
        world.at(Duration.ofNanos(nanos), place.link.number(), place.events++, action);
    }
}

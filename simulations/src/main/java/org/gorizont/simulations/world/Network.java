// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.world;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.gorizont.protocol.codec.FrameCodec;
import org.gorizont.protocol.codec.Malformed;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.LinkId;
import org.gorizont.protocol.frame.Frame;
import org.gorizont.protocol.frame.Goodbye;
import org.gorizont.protocol.frame.Reason;
import org.gorizont.protocol.model.Endpoint;
import org.gorizont.protocol.model.PublicKey;

/**
 * Connections between machines. A connection carries frames in order, each after the delay of its pair and the time that
 * the sender's uplink needs; frames are really encoded and decoded. Faults: a frame is lost, doubled or overtaken (which
 * TCP does not do, so this is harder than life), a direction is cut, a connection breaks.
 */
public final class Network {
    private static final Duration DIAL_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration SILENCE = Duration.ofSeconds(20);
    private static final long PLACE = 1L << 40;

    private final World world;
    private final Map<Endpoint, Machine> listening = new TreeMap<>();
    private final Map<LinkId, Side> sides = new HashMap<>();
    private final long[] uplinkFree;
    private final boolean[][] cut;
    private final long[] sentBytes;
    private long lastLink;
    private long events;

    /** One end of a connection. */
    private static final class Side {
        final Machine machine;
        final LinkId link;
        final long life;
        final SplittableRandom luck;
        Optional<Side> other = Optional.empty();
        long arrives;
        long sent;

        Side(Machine machine, LinkId link, SplittableRandom luck) {
            this.machine = machine;
            this.link = link;
            this.life = machine.life();
            this.luck = luck;
        }
    }

    Network(World world, int machines) {
        this.world = world;
        this.uplinkFree = new long[machines];
        this.cut = new boolean[machines][machines];
        this.sentBytes = new long[machines];
    }

    void add(Machine machine) {
        listening.put(machine.endpoint(), machine);
    }

    /** Frames from {@code from} to {@code to} vanish until it is healed. */
    public void cut(int from, int to, boolean broken) {
        cut[from][to] = broken;
    }

    public void heal() {
        for (boolean[] row : cut) {
            java.util.Arrays.fill(row, false);
        }
    }

    /** Bytes that a machine has sent so far. */
    public long sentBytes(int machine) {
        return sentBytes[machine];
    }

    /** Open connections. */
    public int connections() {
        return sides.size() / 2;
    }

    /** Breaks the connections of a machine without a word, as a restarted router does. */
    public void breakLinks(Machine machine) {
        for (Side side : sidesOf(machine)) {
            side.other.ifPresent(other -> close(other));
            close(side);
        }
    }

    void dial(Machine from, Endpoint endpoint, Optional<PublicKey> expected) {
        Machine to = listening.get(endpoint);
        boolean reachable = to != null
                && to.isOn()
                && !to.natted()
                && !cut[from.number()][to.number()]
                && !cut[to.number()][from.number()];
        boolean right = reachable
                && expected.map(to.identity().chain().signingKey()::equals).orElse(true);
        if (!reachable || !right) {
            Duration pause = reachable ? Duration.ofMillis(50) : DIAL_TIMEOUT;
            from.later(pause, () -> from.input(new Input.DialFailed(endpoint)));
            return;
        }
        Duration setUp = world.options().delay(from.number(), to.number()).multipliedBy(3);
        long toLife = to.life();
        from.later(setUp, () -> connect(from, to, toLife, endpoint));
    }

    private void connect(Machine from, Machine to, long toLife, Endpoint endpoint) {
        if (!to.isOn() || to.life() != toLife) {
            from.input(new Input.DialFailed(endpoint));
            return;
        }
        Side a = side(from);
        Side b = side(to);
        a.other = Optional.of(b);
        b.other = Optional.of(a);
        to.input(new Input.PeerConnected(b.link, from.identity().chain().signingKey(), Optional.empty()));
        from.input(new Input.PeerConnected(a.link, to.identity().chain().signingKey(), Optional.of(endpoint)));
    }

    private Side side(Machine machine) {
        LinkId link = new LinkId(++lastLink);
        Side side = new Side(machine, link, world.streams().of("link", link.number()));
        sides.put(link, side);
        return side;
    }

    void send(Machine from, LinkId link, Frame frame) {
        Side side = sides.get(link);
        if (side == null || side.machine != from || side.other.isEmpty()) {
            return;
        }
        byte[] bytes = FrameCodec.encode(frame);
        sentBytes[from.number()] += bytes.length;
        World.Options options = world.options();
        int copies = options.loses(side.luck) ? 0 : options.doubles(side.luck) ? 2 : 1;
        for (int i = 0; i < copies; i++) {
            transmit(side, side.other.get(), bytes);
        }
    }

    private void transmit(Side from, Side to, byte[] bytes) {
        World.Options options = world.options();
        int sender = from.machine.number();
        long now = world.nanos();
        long busy = Math.max(now, uplinkFree[sender]) + options.uplinkNanos(sender, bytes.length);
        uplinkFree[sender] = busy;
        long delay = options.delay(sender, to.machine.number()).toNanos() + options.jitterNanos(from.luck);
        long due = busy + delay;
        if (!options.overtakes(from.luck)) {
            due = Math.max(due, from.arrives);
            from.arrives = due;
        }
        long number = from.sent++;
        world.at(
                Duration.ofNanos(due - now),
                PLACE + to.link.number(),
                number,
                () -> arrive(from, to, bytes));
    }

    private void arrive(Side from, Side to, byte[] bytes) {
        boolean open = sides.get(to.link) == to && to.machine.isOn() && to.machine.life() == to.life;
        if (!open) {
            return;
        }
        if (cut[from.machine.number()][to.machine.number()]) {
            silence(from, to);
            return;
        }
        try {
            to.machine.input(new Input.FrameReceived(to.link, FrameCodec.decode(bytes)));
        } catch (Malformed e) {
            to.machine.input(new Input.FrameUnreadable(to.link, String.valueOf(e.getMessage())));
        }
    }

    /** Nothing gets through: both sides notice after a while, each for itself. */
    private void silence(Side from, Side to) {
        at(SILENCE, () -> close(from));
        at(SILENCE.plusSeconds(1), () -> close(to));
    }

    void disconnect(Machine machine, LinkId link, Reason reason, String text) {
        Side side = sides.get(link);
        if (side == null || side.machine != machine) {
            return;
        }
        send(machine, link, Goodbye.because(reason, text));
        Side other = side.other.orElseThrow();
        close(side);
        at(world.options().delay(machine.number(), other.machine.number()).multipliedBy(2), () -> close(other));
    }

    void machineGone(Machine machine) {
        for (Side side : sidesOf(machine)) {
            sides.remove(side.link);
            side.other.ifPresent(other -> at(
                    world.options().delay(machine.number(), other.machine.number()), () -> close(other)));
        }
    }

    private void close(Side side) {
        if (sides.remove(side.link) != null && side.machine.life() == side.life) {
            side.machine.input(new Input.PeerGone(side.link));
        }
    }

    private List<Side> sidesOf(Machine machine) {
        List<Side> found = new ArrayList<>();
        sides.values().stream()
                .filter(side -> side.machine == machine)
                .sorted(java.util.Comparator.comparing(side -> side.link))
                .forEach(found::add);
        return found;
    }

    private void at(Duration after, Runnable action) {
        world.at(after, PLACE - 1, events++, action);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.world;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import org.gorizont.protocol.core.Effect;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.LinkId;
import org.gorizont.protocol.frame.Frame;

/**
 * Every event, folded into one number, and as a line of text for whoever wants to read it. Two runs that differ anywhere,
 * in a moment or in one byte of a frame, differ in the number. Legend of the lines: simulations/README.md.
 */
public final class Trace {
    /** Nobody reads the lines. */
    public static final Optional<Consumer<String>> SILENT = Optional.empty();

    private static final long PRIME = 0x100000001B3L;

    private final World world;
    private final Optional<Consumer<String>> printer;
    private long hash = 0xCBF29CE484222325L;

    Trace(World world, Optional<Consumer<String>> printer) {
        this.world = world;
        this.printer = printer;
    }

    /** The number that stands for all events so far. */
    public long hash() {
        return hash;
    }

    /** Something the world did to a machine. */
    public void event(Machine machine, String what) {
        note(machine, "!", what);
    }

    void input(Machine machine, Input input) {
        switch (input) {
            case Input.FrameReceived _, Input.TimerFired _, Input.BundleFrame _ -> {}
            case Input.Published published ->
                note(
                        machine,
                        "<",
                        "Published " + published.channel() + " x"
                                + published.drafts().size());
            case Input.Started started -> note(machine, "<", "Started " + started.startCounter());
            case Input.Asked _,
                    Input.PeerConnected _,
                    Input.FrameUnreadable _,
                    Input.PeerGone _,
                    Input.DialFailed _,
                    Input.Nearby _ -> note(machine, "<", input.toString());
        }
    }

    void effect(Machine machine, Effect effect) {
        switch (effect) {
            case Effect.Persist _, Effect.Deliver _, Effect.Schedule _, Effect.Send _ -> {}
            case Effect.Reply _, Effect.Dial _, Effect.Disconnect _, Effect.MarkRestored _, Effect.StartsCounted _ ->
                note(machine, ">", effect.toString());
        }
    }

    void sent(Machine from, Machine to, Frame frame, byte[] bytes) {
        CRC32C sum = new CRC32C();
        sum.update(bytes);
        fold(from, '>', sum.getValue());
        if (printer.isPresent()) {
            print(from, "->", "node-" + to.number() + " " + FrameText.of(frame) + ", " + bytes.length + " B");
        }
    }

    void arrived(Machine from, Machine to, LinkId link, Frame frame) {
        fold(to, '<', link.number());
        if (printer.isPresent()) {
            print(to, "<-", "node-" + from.number() + " " + FrameText.of(frame));
        }
    }

    void lost(Machine from, Machine to, String how) {
        note(from, "-x", "node-" + to.number() + " " + how);
    }

    void synced(Machine machine, int changes) {
        fold(machine, '=', changes);
        if (printer.isPresent() && changes > 0) {
            print(machine, "=", changes + " changes on disk");
        }
    }

    private void note(Machine machine, String arrow, String what) {
        fold(machine, arrow.charAt(0), what.hashCode());
        if (printer.isPresent()) {
            print(machine, arrow, what);
        }
    }

    private void fold(Machine machine, char arrow, long what) {
        add(world.nanos());
        add((long) machine.number() << Character.SIZE | arrow);
        add(what);
    }

    private void add(long value) {
        hash = (hash ^ value) * PRIME;
        hash ^= hash >>> 29;
    }

    private void print(Machine machine, String arrow, String what) {
        printer.orElseThrow().accept(world.now() + " node-" + machine.number() + " " + arrow + " " + what);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.world;

import java.util.function.Consumer;
import org.gorizont.protocol.core.Effect;
import org.gorizont.protocol.core.Input;

/**
 * Every event as one line of text, folded into one number. Two runs of one seed that differ anywhere differ in it. Legend
 * of the lines: simulations/README.md.
 */
public final class Trace {
    private static final long PRIME = 0x100000001B3L;

    private final World world;
    private final Consumer<String> printer;
    private final boolean prints;
    private long hash = 0xCBF29CE484222325L;

    Trace(World world, Consumer<String> printer, boolean prints) {
        this.world = world;
        this.printer = printer;
        this.prints = prints;
    }

    void input(Machine machine, Input input) {
        note(machine, "<", input.toString());
    }

    void effect(Machine machine, Effect effect) {
        note(machine, ">", effect.toString());
    }

    /** Something the world did to a machine. */
    public void event(Machine machine, String what) {
        note(machine, "!", what);
    }

    /** The number that stands for all events so far. */
    public long hash() {
        return hash;
    }

    private void note(Machine machine, String arrow, String what) {
        add(world.nanos());
        add(machine.number());
        for (int i = 0; i < what.length(); i++) {
            hash = (hash ^ what.charAt(i)) * PRIME;
        }
        if (prints) {
            printer.accept(world.now() + " node-" + machine.number() + " " + arrow + " " + what);
        }
    }

    private void add(long value) {
        hash = (hash ^ value) * PRIME;
    }
}

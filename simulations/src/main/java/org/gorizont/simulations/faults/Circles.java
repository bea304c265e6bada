// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.Outcome;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Charter;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Fraction;
import org.gorizont.protocol.model.Invitation;
import org.gorizont.simulations.checkers.Truth;
import org.gorizont.simulations.world.Machine;
import org.gorizont.simulations.world.World;

/** Founds circles and brings machines into them by code, trying again until each is in. */
public final class Circles {
    private static final Duration AGAIN = Duration.ofSeconds(45);
    private static final int SECRET_SIZE = 16;
    private static final int SALT_SIZE = 32;

    private final World world;
    private final Truth truth;
    private final SplittableRandom luck;
    private final Map<CircleId, TreeSet<Integer>> joined = new TreeMap<>();
    private int wanted;
    private int reached;

    public Circles(World world, Truth truth) {
        this.world = world;
        this.truth = truth;
        this.luck = world.streams().of("circles", 0);
    }

    /** A machine founds a circle; {@code then} hears its id. */
    public void found(Machine founder, String name, Consumer<CircleId> then) {
        wanted++;
        Bytes nonce = founder.bytes(Charter.NONCE_SIZE);
        Charter charter = new Charter(name, List.of(founder.id()), 1, Fraction.HALF, Fraction.HALF, 1, nonce);
        tryToFound(founder, charter, then);
    }

    private void tryToFound(Machine founder, Charter charter, Consumer<CircleId> then) {
        if (!founder.isOn()) {
            world.later(AGAIN, () -> tryToFound(founder, charter, then));
            return;
        }
        // The same charter again is the same circle, whatever became of the first attempt.
        Bytes salt = founder.bytes(SALT_SIZE);
        boolean[] done = {false};
        founder.ask(request -> new Input.CircleFounded(request, charter, salt), outcome -> {
            if (outcome instanceof Outcome.Founded(CircleId circle)) {
                done[0] = true;
                reached++;
                truth.lets(circle, founder.id());
                joined.computeIfAbsent(circle, _ -> new TreeSet<>()).add(founder.number());
                then.accept(circle);
            }
        });
        world.later(AGAIN, () -> {
            if (!done[0]) {
                tryToFound(founder, charter, then);
            }
        });
    }

    /** A machine joins by a code that some member makes; goes on until it is in. */
    public void join(Machine machine, CircleId circle) {
        wanted++;
        tryToJoin(machine, circle);
    }

    /** The same after a while; {@link #complete} waits for it from now on. */
    void join(Machine machine, CircleId circle, Duration after) {
        wanted++;
        world.later(after, () -> tryToJoin(machine, circle));
    }

    private void tryToJoin(Machine machine, CircleId circle) {
        if (joined.getOrDefault(circle, new TreeSet<>()).contains(machine.number())) {
            return;
        }
        List<Machine> inviters = inviters(circle);
        if (machine.isOn() && !inviters.isEmpty() && !isIn(machine, circle)) {
            Machine inviter = inviters.get(luck.nextInt(inviters.size()));
            Bytes secret = inviter.bytes(SECRET_SIZE);
            Bytes salt = inviter.bytes(SALT_SIZE);
            inviter.ask(request -> new Input.InvitationMade(request, circle, secret, salt), outcome -> {
                if (outcome instanceof Outcome.Invited) {
                    truth.lets(circle, machine.id());
                    use(machine, inviter.invitation(circle, secret));
                }
            });
        }
        world.later(AGAIN, () -> tryToJoin(machine, circle));
    }

    private void use(Machine machine, Invitation invitation) {
        machine.ask(request -> new Input.JoinAsked(request, invitation), outcome -> {
            if (outcome instanceof Outcome.Joined(CircleId circle)) {
                in(machine, circle);
            }
        });
    }

    /**
     * A machine has an old disk back: circles that it has joined since are not known to it any more, and nobody may put it
     * into them again without its asking.
     */
    void restored(Machine machine) {
        for (CircleId circle : of(machine)) {
            joined.computeIfAbsent(circle, _ -> new TreeSet<>()).remove(machine.number());
            reached--;
            world.later(AGAIN, () -> tryToJoin(machine, circle));
        }
    }

    private boolean isIn(Machine machine, CircleId circle) {
        boolean is = machine.status().stream()
                .flatMap(status -> status.circles().stream())
                .anyMatch(c -> c.id().equals(circle) && c.members().contains(machine.id()));
        if (is) {
            in(machine, circle);
        }
        return is;
    }

    private void in(Machine machine, CircleId circle) {
        if (joined.computeIfAbsent(circle, _ -> new TreeSet<>()).add(machine.number())) {
            reached++;
        }
    }

    private List<Machine> inviters(CircleId circle) {
        List<Machine> inviters = new ArrayList<>();
        for (int number : joined.getOrDefault(circle, new TreeSet<>())) {
            Machine machine = world.machine(number);
            boolean reachable = !machine.natted() || !machine.relays().isEmpty();
            if (machine.isOn() && reachable && !truth.isRestored(machine.id())) {
                inviters.add(machine);
            }
        }
        return inviters;
    }

    /** The circles of a machine as far as it knows that it is in. */
    public List<CircleId> of(Machine machine) {
        return joined.entrySet().stream()
                .filter(circle -> circle.getValue().contains(machine.number()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether everybody is where it was to be. */
    public boolean complete() {
        return reached == wanted;
    }
}

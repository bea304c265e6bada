// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.runtime;

import java.util.ArrayList;
import java.util.List;
import org.gorizont.protocol.core.Effect;
import org.gorizont.protocol.core.Input;

/** One turn: the inputs that it takes in, and the effects that follow once its changes are on disk. */
final class Work {
    private final List<Input> inputs = new ArrayList<>();
    private final List<Effect> effects = new ArrayList<>();

    void took(Input input) {
        inputs.add(input);
    }

    void follows(Effect effect) {
        effects.add(effect);
    }

    int size() {
        return inputs.size();
    }

    /** Carries the effects out in their order, and gives the room of the inputs back. */
    void finish(Ports ports, Inbox inbox) {
        effects.forEach(ports::carryOut);
        for (Input input : inputs) {
            inbox.done(input);
            ports.links().taken(input);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.world;

import java.time.Duration;
import java.util.List;
import org.gorizont.protocol.crypto.SignatureVerifier;
import org.gorizont.protocol.memory.MemoryLogStore;
import org.gorizont.protocol.model.Seal;
import org.gorizont.protocol.replica.Replica;

/** What machines are made of. As it stands: the real thing. Planted bugs override one method. */
public interface Build {
    Build REAL = new Build() {};

    /** The program of a machine, around the real replica or in its place. */
    default Core core(Machine machine, Replica replica) {
        return replica::handle;
    }

    /** @param real looks, and remembers what it has seen */
    default SignatureVerifier verifier(SignatureVerifier real) {
        return real;
    }

    /** What the disk holds after a power cut. */
    default MemoryLogStore afterPowerCut(MemoryLogStore store) {
        store.loseUnsynced();
        return store;
    }

    /** What a change of keys seals, of what is held. */
    default List<Seal> seals(List<Seal> held) {
        return held;
    }

    /** How far the disk is behind what leaves the machine; nothing leaves before it is on disk if zero. */
    default Duration syncsLate() {
        return Duration.ZERO;
    }

    /** What a machine makes of a turn that its disk has not taken. */
    default FailedWrite failedWrite() {
        return FailedWrite.WAITS;
    }
}

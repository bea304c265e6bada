// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.faults;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.gorizont.protocol.core.Draft;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.membership.ControlDrafts;
import org.gorizont.protocol.memory.MemoryLogStore;
import org.gorizont.protocol.memory.Planting;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Scope;
import org.gorizont.protocol.model.Sponsorship;
import org.gorizont.simulations.world.Machine;

/** Has a school's first signing key, and signs with it in the copies that others hold of the school's logs. */
final class Thief {
    private static final Instant NOW = Instant.parse("2026-09-01T02:00:00Z");

    private final Machine victim;
    private final SplittableRandom luck;

    Thief(Machine victim, SplittableRandom luck) {
        this.victim = victim;
        this.luck = luck;
    }

    /** Writes on in a copy, as if that had come over a line; not where the seal is known already. */
    void signs(Machine off, CircleId circle) {
        MemoryLogStore store = off.store();
        if (store.chain(victim.id()).filter(chain -> chain.epoch() == 0).isEmpty()) {
            return;
        }
        Channel channel = luck.nextInt(3) == 0 ? Channel.CALENDAR : Channel.CONTROL;
        LogId log = new LogId(victim.id(), channel, Scope.of(circle), 0);
        LogState before = store.log(log).orElseGet(() -> LogState.empty(log));
        if (before.forkedAt().isPresent() || before.known() > before.held()) {
            return;
        }
        List<Entry> entries = new ArrayList<>();
        int count = 1 + luck.nextInt(luck.nextInt(4) == 0 ? 300 : 4);
        for (int i = 0; i < count; i++) {
            entries.add(sponsorship(circle));
        }
        Planting.append(store, log, entries, victim.signer(0));
        store.sync();
    }

    /** Admits somebody whom nobody knows: who takes it for valid has another member. */
    private Entry sponsorship(CircleId circle) {
        SchoolId nobody = new SchoolId(new Hash(bytes()));
        Draft draft = ControlDrafts.sponsorship(Sponsorship.first(circle, nobody), bytes(), NOW);
        return Planting.entry(draft);
    }

    private Bytes bytes() {
        byte[] bytes = new byte[Hash.SIZE];
        luck.nextBytes(bytes);
        return Bytes.wrap(bytes);
    }
}

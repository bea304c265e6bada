// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gorizont.protocol.core.Change;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.LogId;
import org.gorizont.simulations.scenario.Scenario;
import org.gorizont.simulations.world.Machine;
import org.gorizont.simulations.world.Watch;

/** Follows each new entry until all who should know it do, and counts what the disks take. */
final class Knowledge implements Watch {
    /** Leaf hash, position and sizes, beside header and body. */
    private static final int ENTRY_OVERHEAD_BYTES = 80;

    private final Scenario scenario;
    private final List<Spread> spreads = new ArrayList<>();
    private final Map<LogId, List<Spread>> byLog = new TreeMap<>();
    private final List<Delays> delays = new ArrayList<>();
    private final long[] diskBytes;
    private final int[] audience;
    private java.util.Optional<Attendance> attendance = java.util.Optional.empty();
    private java.util.function.LongSupplier clock = () -> 0;
    private boolean follows;
    private int unfinished;

    Knowledge(Scenario scenario) {
        this.scenario = scenario;
        int count = scenario.schools().size();
        this.diskBytes = new long[count];
        this.audience = new int[count];
        for (int i = 0; i < count; i++) {
            delays.add(new Delays());
            int self = i;
            audience[i] = (int) scenario.circles().stream()
                    .map(Scenario.Circle::members)
                    .filter(members -> members.contains(self))
                    .flatMap(List::stream)
                    .distinct()
                    .filter(member -> member != self)
                    .count();
        }
    }

    /** From now on what is published is followed. */
    void begin(Attendance present, java.util.function.LongSupplier nanos) {
        attendance = java.util.Optional.of(present);
        clock = nanos;
        follows = true;
    }

    /** From now on nothing new is followed, only what was begun. */
    void end() {
        follows = false;
    }

    boolean complete() {
        return unfinished == 0;
    }

    List<Spread> spreads() {
        return spreads;
    }

    Delays delays(int school) {
        return delays.get(school);
    }

    long diskBytes(int school) {
        return diskBytes[school];
    }

    @Override
    public void synced(Machine machine, List<Change> changes) {
        for (Change change : changes) {
            if (change instanceof Change.EntriesAdded added) {
                added(machine, added);
            }
        }
    }

    private void added(Machine machine, Change.EntriesAdded added) {
        for (Entry entry : added.entries()) {
            diskBytes[machine.number()] += entry.sizeBytes() + ENTRY_OVERHEAD_BYTES;
        }
        if (attendance.isEmpty() || !added.log().channel().equals(Channel.CATALOGUE)) {
            return;
        }
        List<Spread> log = byLog.computeIfAbsent(added.log(), _ -> new ArrayList<>());
        boolean own = added.log().school().equals(machine.id());
        for (int i = 0; i < added.entries().size(); i++) {
            int seq = (int) added.start() + i;
            if (own && follows) {
                published(machine.number(), log);
            } else if (!own && seq < log.size()) {
                learned(machine.number(), log.get(seq));
            }
        }
    }

    private void published(int school, List<Spread> log) {
        long[] off = new long[audience.length];
        for (int i = 0; i < off.length; i++) {
            off[i] = attendance.orElseThrow().offNanos(i);
        }
        Spread spread = new Spread(school, clock.getAsLong(), audience[school], off);
        log.add(spread);
        if (!spread.isComplete()) {
            spreads.add(spread);
            unfinished++;
        }
    }

    private void learned(int school, Spread spread) {
        long delay = clock.getAsLong() - spread.published();
        long off = attendance.orElseThrow().offNanos(school) - spread.offAt(school);
        delays.get(school).add(delay, off);
        spread.learned(delay);
        if (spread.isComplete()) {
            unfinished--;
        }
    }

    /** Entries that a school should know by now and does not. */
    int lacking(int school) {
        int should = 0;
        for (Spread spread : spreads) {
            should += spread.owner() != school && shares(spread.owner(), school) ? 1 : 0;
        }
        return should - delays.get(school).count();
    }

    private boolean shares(int a, int b) {
        return scenario.circles().stream()
                .anyMatch(circle ->
                        circle.members().contains(a) && circle.members().contains(b));
    }
}

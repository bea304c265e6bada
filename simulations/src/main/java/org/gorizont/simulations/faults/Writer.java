// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.gorizont.protocol.core.Draft;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.Outcome;
import org.gorizont.protocol.model.Body;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.Kind;
import org.gorizont.protocol.model.RecordId;
import org.gorizont.protocol.model.Retention;
import org.gorizont.protocol.model.Scope;
import org.gorizont.protocol.model.Verb;
import org.gorizont.simulations.world.Machine;
import org.gorizont.simulations.world.World;

/** Writes for one school: new records, and replacements, withdrawals and erasures of earlier ones. */
final class Writer {
    /** Records of a school that revises. */
    private static final int FEW = 8;

    private static final Kind NOTE = new Kind("note", 1, 0);

    private final World world;
    private final Machine machine;
    private final SplittableRandom luck;
    private final List<RecordId> records = new ArrayList<>();
    private final boolean revises;

    Writer(World world, Machine machine) {
        this(world, machine, false);
    }

    /** @param revises whether most of what it writes takes the place of something */
    Writer(World world, Machine machine, boolean revises) {
        this.revises = revises;
        this.world = world;
        this.machine = machine;
        this.luck = world.streams().of("writer", machine.number());
    }

    void write(Channel channel, Scope scope) {
        int entries = 1 + luck.nextInt(luck.nextInt(10) == 0 ? 100 : 5);
        int largest = luck.nextInt(20) == 0 ? 60_000 : 1_000;
        List<Draft> drafts = new ArrayList<>();
        for (int i = 0; i < entries; i++) {
            drafts.add(draft(largest));
        }
        machine.ask(request -> new Input.Published(request, channel, scope, drafts), Writer::heard);
    }

    private static void heard(Outcome outcome) {
        if (!(outcome instanceof Outcome.Saved) && !(outcome instanceof Outcome.Refused)) {
            throw new IllegalStateException("publishing was answered with " + outcome);
        }
    }

    private Draft draft(int largest) {
        boolean known = !records.isEmpty() && (luck.nextInt(3) == 0 || revises && records.size() >= FEW);
        Verb verb = !known ? Verb.PUT : verb();
        RecordId record = known ? records.get(luck.nextInt(records.size())) : fresh();
        Retention retention = luck.nextInt(4) == 0 ? Retention.HISTORY : Retention.LATEST;
        Optional<Body> body = verb.hasBody()
                ? Optional.of(new Body(machine.bytes(Body.SALT_SIZE), machine.bytes(1 + luck.nextInt(largest))))
                : Optional.empty();
        return new Draft(NOTE, record, verb, retention, world.now(), List.of(), body);
    }

    private Verb verb() {
        return switch (luck.nextInt(8)) {
            case 0 -> Verb.WITHDRAW;
            case 1 -> Verb.ERASE;
            default -> Verb.REPLACE;
        };
    }

    private RecordId fresh() {
        RecordId record = new RecordId(machine.bytes(RecordId.SIZE));
        records.add(record);
        return record;
    }
}

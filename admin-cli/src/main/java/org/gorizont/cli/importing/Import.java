// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.importing;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.gorizont.cli.client.AdminClient;
import org.gorizont.cli.client.Cards;
import org.gorizont.cli.text.Failure;
import org.gorizont.protocol.codec.RecordCodec;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.rows.Item;
import org.gorizont.protocol.rows.RowKind;
import org.gorizont.protocol.rows.RowProblem;
import org.gorizont.protocol.wire.v1.AdminWire.PutOnDeskAnswer;
import org.gorizont.protocol.wire.v1.AdminWire.RecordDraft.Verb;

/**
 * The import of one file: first every row is checked, then those records are published that are not there yet or differ.
 * Since a row always leads to the same record, the same command after a crash goes on where it ended.
 */
public final class Import {
    /** Code of the failure that a row names a record of another kind. */
    public static final String OTHER_KIND = Published.OTHER_KIND;

    private final ImportFile file;
    private final RowKind kind;

    private Import(ImportFile file, RowKind kind) {
        this.file = file;
        this.kind = kind;
    }

    public static Import of(Path path, RowKind kind) {
        return new Import(ImportFile.open(path, kind), kind);
    }

    public String encoding() {
        return file.text().encoding();
    }

    /** Key of the words for the form of the file. */
    public String form() {
        return file.form();
    }

    /** Checks every row; problems go to {@code problems} as they are found. */
    public Checked check(Consumer<RowProblem> problems, LongConsumer progress) {
        long[] found = {0, 0};
        long rows = file.read(
                problem -> {
                    found[0]++;
                    problems.accept(problem);
                },
                item -> {
                    progress.accept(++found[1]);
                    if (RecordCodec.encode(item.card()).size() > Limits.BODY_BYTES) {
                        found[0]++;
                        problems.accept(RowProblem.of(item.line(), "", "too-large", Limits.BODY_BYTES));
                    }
                });
        return new Checked(rows, found[1], found[0]);
    }

    /** What publishing would do. */
    public ImportCount plan(AdminClient node, ByteString circle) {
        Published published = Published.of(node, kind.kind(), circle);
        ImportCount[] count = {ImportCount.NONE};
        file.read(_ -> {}, item -> count[0] = counted(count[0], published.verb(item)));
        return count[0];
    }

    /**
     * Publishes; call it only after a check without problems.
     *
     * @param progress hears how many records are on the node's disk, each time that it is more
     */
    public ImportCount publish(AdminClient node, ByteString circle, LongConsumer progress) {
        Published published = Published.of(node, kind.kind(), circle);
        ImportCount[] count = {ImportCount.NONE};
        long[] stored = {0};
        Publishing publishing = new Publishing(node, circle);
        Batch batch = new Batch(publishing, more -> {
            stored[0] += more;
            progress.accept(stored[0]);
        });
        file.read(
                problem -> {
                    throw Failure.of("import-changed", file.text().path(), stored[0]);
                },
                item -> {
                    Optional<Verb> verb = published.verb(item);
                    count[0] = counted(count[0], verb);
                    if (verb.isPresent()) {
                        add(batch, published, item, verb.get());
                    } else {
                        stored[0]++;
                    }
                });
        refuseChange(stored[0]);
        batch.send();
        publishing.tellOfDrafts();
        return count[0];
    }

    /**
     * Puts the records on the node's desk, for those who publish such ones; call it only after a check without problems.
     *
     * @param progress hears how many records are on the node's disk, each time that it is more
     */
    public DeskCount toDesk(AdminClient node, LongConsumer progress) {
        DeskCount[] count = {new DeskCount(0, 0)};
        long[] stored = {0};
        Batch batch = new Batch(drafts -> count[0] = count[0].plus(node.putOnDesk(drafts)), more -> {
            stored[0] += more;
            progress.accept(stored[0]);
        });
        file.read(
                problem -> {
                    throw Failure.of("import-changed", file.text().path(), stored[0]);
                },
                item -> batch.add(Cards.draft(item.record(), item.card(), Verb.VERB_PUT)));
        refuseChange(stored[0]);
        batch.send();
        return count[0];
    }

    private static ImportCount counted(ImportCount count, Optional<Verb> verb) {
        return verb.map(needed -> needed == Verb.VERB_PUT ? count.plusAdded() : count.plusChanged())
                .orElseGet(count::plusSame);
    }

    private static void add(Batch batch, Published published, Item item, Verb verb) {
        // First the denial goes: after a crash in between, the unchanged record behind it stands again.
        item.takesBack().filter(published::stands).ifPresent(denial -> {
            batch.add(Cards.draft(denial, item.card().kind(), Verb.VERB_WITHDRAW));
            published.withdrawn(denial);
        });
        batch.add(Cards.draft(item.record(), item.card(), verb));
    }

    private void refuseChange(long done) {
        try {
            if (file.text().hasChanged()) {
                throw Failure.of("import-changed", file.text().path(), done);
            }
        } catch (IOException e) {
            throw Failure.of("cannot-read", file.text().path(), String.valueOf(e.getMessage()));
        }
    }

    /**
     * What has come to the desk.
     *
     * @param placed drafts, new or typed over; a resource's time is one draft whatever the months
     * @param same records that are published just so already
     */
    public record DeskCount(long placed, long same) {
        DeskCount plus(PutOnDeskAnswer answer) {
            return new DeskCount(placed + answer.getPlaced(), same + answer.getSame());
        }
    }

    /**
     * What a check has found.
     *
     * @param records that the rows make
     * @param problems in all of them; nothing may be published unless 0
     */
    public record Checked(long rows, long records, long problems) {}
}

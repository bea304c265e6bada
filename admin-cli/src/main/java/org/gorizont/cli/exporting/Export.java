// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.exporting;

import com.google.protobuf.ByteString;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.gorizont.cli.client.AdminClient;
import org.gorizont.cli.client.Cards;
import org.gorizont.cli.client.Ids;
import org.gorizont.cli.importing.ImportKind;
import org.gorizont.cli.importing.RowWriter;
import org.gorizont.cli.text.Json;
import org.gorizont.cli.text.Messages;
import org.gorizont.protocol.domain.AvailabilityCard;
import org.gorizont.protocol.domain.Card;
import org.gorizont.protocol.domain.PracticeCard;
import org.gorizont.protocol.domain.ResourceCard;
import org.gorizont.protocol.model.RecordId;
import org.gorizont.protocol.wire.v1.AdminWire.OwnRecord;
import org.jspecify.annotations.Nullable;

/**
 * All that the school has published and not withdrawn, in a new folder: {@code practices.jsonl}, {@code resources.jsonl} and
 * {@code availability.jsonl} as an import reads them (of several circles, one file each), and {@code other.jsonl} with what
 * such files cannot say. A file without lines is left out.
 */
public final class Export {
    private static final int CIRCLE_DIGITS = 8;

    private final ExportFolder out;
    private final Messages messages;
    private final Standing availability = new Standing();
    private Counts counts = new Counts(0, 0, 0, 0);

    private Export(ExportFolder out, Messages messages) {
        this.out = out;
        this.messages = messages;
    }

    /** Records of each file. */
    public record Counts(long practices, long resources, long availability, long other) {
        Counts practice() {
            return new Counts(practices + 1, resources, availability, other);
        }

        Counts resource() {
            return new Counts(practices, resources + 1, availability, other);
        }

        Counts slots() {
            return new Counts(practices, resources, availability + 1, other);
        }

        Counts rest() {
            return new Counts(practices, resources, availability, other + 1);
        }
    }

    /** What is on the disk. */
    public record Written(Path folder, Counts records) {}

    /** Writes the folder; when this returns, it is on the disk. */
    public static Written write(AdminClient node, Path folder, Messages messages) {
        try (ExportFolder out = ExportFolder.open(folder)) {
            Export export = new Export(out, messages);
            node.wholeRecords(export::take);
            export.availability.forEach(record -> export.slots(record, export.availability.circles() > 1));
            out.complete();
            return new Written(out.folder(), export.counts);
        }
    }

    private void take(OwnRecord record) {
        if (record.getWithdrawn()) {
            return;
        }
        Optional<Card> card = Cards.of(record);
        if (card.isPresent() && card.get() instanceof AvailabilityCard said) {
            availability.add(record, said);
        } else if (card.isPresent() && card.get() instanceof PracticeCard practice) {
            counts =
                    rows(record, practice, ImportKind.PRACTICES, "practices.jsonl") ? counts.practice() : counts.rest();
        } else if (card.isPresent() && card.get() instanceof ResourceCard resource) {
            counts =
                    rows(record, resource, ImportKind.RESOURCES, "resources.jsonl") ? counts.resource() : counts.rest();
        } else {
            other(record, card);
            counts = counts.rest();
        }
    }

    private void slots(OwnRecord record, boolean severalCircles) {
        String circle = severalCircles ? "-" + Ids.hex(record.getCircle()).substring(0, CIRCLE_DIGITS) : "";
        Card card = Cards.of(record).orElseThrow();
        counts = rows(record, card, ImportKind.AVAILABILITY, "availability" + circle + ".jsonl")
                ? counts.slots()
                : counts.rest();
    }

    /** Whether rows could say it; else it goes to the others. */
    private boolean rows(OwnRecord record, Card card, ImportKind kind, String file) {
        RecordId id = new RecordId(Ids.bytes(record.getRecord()));
        List<String> rows = new RowWriter(kind, messages).rows(id, card, Ids.bytes(record.getBody()));
        rows.forEach(row -> out.line(file, row));
        if (rows.isEmpty()) {
            other(record, Optional.of(card));
        }
        return !rows.isEmpty();
    }

    private void other(OwnRecord record, Optional<Card> card) {
        out.line(
                "other.jsonl",
                Json.compact(new Other(
                        Ids.hex(record.getRecord()),
                        record.getKind(),
                        record.getKindMajor() + "." + record.getKindMinor(),
                        Ids.hex(record.getCircle()),
                        card.orElse(null),
                        base64(record.getBody()))));
    }

    private static String base64(ByteString body) {
        return Base64.getEncoder().encodeToString(body.toByteArray());
    }

    /**
     * A line of {@code other.jsonl}.
     *
     * @param circle empty for records of every circle
     * @param card null when this program cannot read it
     * @param body exact bytes, Base64
     */
    private record Other(
            String record,
            String kind,
            String version,
            String circle,
            @Nullable Card card,
            String body) {}
}

// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.exporting;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gorizont.cli.client.AdminClient;
import org.gorizont.cli.client.Cards;
import org.gorizont.cli.client.Ids;
import org.gorizont.cli.importing.RowWriter;
import org.gorizont.cli.text.Json;
import org.gorizont.protocol.domain.AvailabilityCard;
import org.gorizont.protocol.domain.Card;
import org.gorizont.protocol.domain.CentreCard;
import org.gorizont.protocol.domain.PracticeCard;
import org.gorizont.protocol.domain.ResourceCard;
import org.gorizont.protocol.domain.SchoolCard;
import org.gorizont.protocol.model.RecordId;
import org.gorizont.protocol.rows.RowKind;
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
    private final Standing availability = new Standing();
    private final Map<RowKind, Long> rowed = new EnumMap<>(RowKind.class);
    private long others;

    private Export(ExportFolder out) {
        this.out = out;
    }

    /** Records of each file. */
    public record Counts(long practices, long resources, long availability, long other) {}

    /** What is on the disk. */
    public record Written(Path folder, Counts records) {}

    /** Writes the folder; when this returns, it is on the disk. */
    public static Written write(AdminClient node, Path folder) {
        try (ExportFolder out = ExportFolder.open(folder)) {
            Export export = new Export(out);
            node.wholeRecords(export::take);
            boolean several = export.availability.circles() > 1;
            export.availability.forEach((record, card) ->
                    export.rows(record, card, RowKind.AVAILABILITY, several ? "-" + circle(record) : ""));
            out.complete();
            return new Written(out.folder(), export.counts());
        }
    }

    private void take(OwnRecord record) {
        if (record.getWithdrawn()) {
            return;
        }
        Optional<Card> card = Cards.of(record);
        if (card.isEmpty()) {
            other(record, null);
            return;
        }
        switch (card.get()) {
            case PracticeCard practice -> rows(record, practice, RowKind.PRACTICES, "");
            case ResourceCard resource -> rows(record, resource, RowKind.RESOURCES, "");
            case AvailabilityCard said -> availability.add(record, said);
            case SchoolCard school -> other(record, school);
            case CentreCard centre -> other(record, centre);
        }
    }

    /** What rows cannot say goes to the others. */
    private void rows(OwnRecord record, Card card, RowKind kind, String ofCircle) {
        RecordId id = new RecordId(Ids.bytes(record.getRecord()));
        List<String> rows = new RowWriter(kind).rows(id, card, Ids.bytes(record.getBody()));
        if (rows.isEmpty()) {
            other(record, card);
            return;
        }
        String file = kind.name().toLowerCase(Locale.ROOT) + ofCircle + ".jsonl";
        rows.forEach(row -> out.line(file, row));
        rowed.merge(kind, 1L, Long::sum);
    }

    private void other(OwnRecord record, @Nullable Card card) {
        out.line("other.jsonl", Json.compact(OtherLine.of(record, card)));
        others++;
    }

    private static String circle(OwnRecord record) {
        return Ids.hex(record.getCircle()).substring(0, CIRCLE_DIGITS);
    }

    private Counts counts() {
        return new Counts(
                rowed.getOrDefault(RowKind.PRACTICES, 0L),
                rowed.getOrDefault(RowKind.RESOURCES, 0L),
                rowed.getOrDefault(RowKind.AVAILABILITY, 0L),
                others);
    }
}

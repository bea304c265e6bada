// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.command;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.concurrent.Callable;
import org.gorizont.cli.client.AdminClient;
import org.gorizont.cli.client.Ids;
import org.gorizont.cli.text.Failure;
import org.gorizont.cli.text.Messages;
import org.gorizont.cli.text.Moments;
import org.gorizont.cli.text.Table;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.RecordId;
import org.gorizont.protocol.wire.v1.AdminWire.HolderState;
import org.gorizont.protocol.wire.v1.AdminWire.LogReceipts;
import org.gorizont.protocol.wire.v1.AdminWire.ReceiptsAnswer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code receipts [RECORD]}: which schools have stated that they store what this school has published. */
@Command(name = "receipts")
public final class ReceiptsCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final JsonOption json = new JsonOption();

    @Parameters(paramLabel = "RECORD", arity = "0..1", defaultValue = "", descriptionKey = "parameter.own-record")
    private String record = "";

    public ReceiptsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        ByteString id = record.isEmpty() ? ByteString.EMPTY : Ids.parse(record, RecordId.SIZE);
        try (AdminClient node = session.connect()) {
            ReceiptsAnswer answer = node.receipts(id);
            if (!id.isEmpty() && !answer.getRecordKnown()) {
                throw Failure.of("no-record", record, Ids.brief(node.status().getSelf()));
            }
            if (json.json()) {
                session.output()
                        .json(answer.getLogsList().stream()
                                .map(log -> LogJson.of(log, needed(log, answer, id)))
                                .toList());
            } else {
                answer.getLogsList().forEach(log -> print(log, needed(log, answer, id)));
                if (answer.getLogsCount() == 0) {
                    session.output().line(session.messages().of("receipts.nothing"));
                }
            }
        }
        return 0;
    }

    /** How much of the log a school must hold to count: up to the record, or all of it. */
    private static long needed(LogReceipts log, ReceiptsAnswer answer, ByteString record) {
        return record.isEmpty() ? log.getSize() : answer.getRecordSeq() + 1;
    }

    private void print(LogReceipts log, long needed) {
        Messages say = session.messages();
        long stated = log.getHoldersList().stream()
                .filter(holder -> holder.getSize() >= needed)
                .count();
        session.output()
                .line(say.of(
                        "receipts.log",
                        say.word("channel", new Channel(log.getLog().getChannel()).toString()),
                        say.count("count.entries", log.getSize()),
                        say.count("count.schools", stated)));
        Table table = new Table();
        for (HolderState holder : log.getHoldersList()) {
            table.row(
                    "  " + (holder.getName().isEmpty() ? Ids.brief(holder.getSchool()) : holder.getName()),
                    say.of(holder.getSize() >= needed ? "receipts.all" : "receipts.part", holder.getSize()),
                    session.moments().of(holder.getClaimedAt()));
        }
        session.output().lines(table.lines());
    }

    /** @param stated schools that hold enough of it */
    private record LogJson(
            String channel, String scope, long size, long needed, long stated, List<HolderJson> holders) {
        static LogJson of(LogReceipts log, long needed) {
            List<HolderJson> holders =
                    log.getHoldersList().stream().map(HolderJson::of).toList();
            return new LogJson(
                    new Channel(log.getLog().getChannel()).toString(),
                    Ids.hex(log.getLog().getScope()),
                    log.getSize(),
                    needed,
                    holders.stream().filter(holder -> holder.size() >= needed).count(),
                    holders);
        }
    }

    private record HolderJson(
            String school, String name, long size, @Nullable String claimedAt) {
        static HolderJson of(HolderState holder) {
            return new HolderJson(
                    Ids.hex(holder.getSchool()),
                    holder.getName(),
                    holder.getSize(),
                    Moments.iso(holder.getClaimedAt()));
        }
    }
}

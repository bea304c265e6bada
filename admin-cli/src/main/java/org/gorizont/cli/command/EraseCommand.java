// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.command;

import com.google.protobuf.ByteString;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.gorizont.cli.client.AdminClient;
import org.gorizont.cli.client.Ids;
import org.gorizont.cli.text.Failure;
import org.gorizont.cli.text.Messages;
import org.gorizont.cli.text.Moments;
import org.gorizont.cli.text.Table;
import org.gorizont.protocol.model.RecordId;
import org.gorizont.protocol.wire.v1.AdminWire;
import org.gorizont.protocol.wire.v1.AdminWire.Erasure;
import org.gorizont.protocol.wire.v1.AdminWire.HolderState;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code erase RECORD}, {@code erase --status [RECORD]}: erases an own record for ever; who has done it, too. */
@Command(name = "erase")
public final class EraseCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final JsonOption json = new JsonOption();

    @Option(names = "--yes", descriptionKey = "option.yes")
    private boolean yes;

    @Option(names = "--status", descriptionKey = "option.erase-status")
    private boolean status;

    @Parameters(paramLabel = "RECORD", arity = "0..1", defaultValue = "", descriptionKey = "parameter.record")
    private String record = "";

    public EraseCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        if (record.isEmpty() && !status) {
            throw Failure.usage("erase-what");
        }
        ByteString id = record.isEmpty() ? ByteString.EMPTY : Ids.parse(record, RecordId.SIZE);
        try (AdminClient node = session.connect()) {
            if (status) {
                show(node.erasures(id).getErasuresList());
            } else if (yes || agreed()) {
                erase(node, id);
            } else {
                session.output().line(session.messages().of("erase.kept"));
                return 1;
            }
        }
        return 0;
    }

    private boolean agreed() throws IOException {
        session.output().line(session.messages().of("erase.question", record));
        session.output().line(session.messages().of("erase.ask"));
        BufferedReader keyboard = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String typed = keyboard.readLine();
        return typed != null && List.of("да", "yes").contains(typed.strip().toLowerCase(Locale.ROOT));
    }

    private void erase(AdminClient node, ByteString id) {
        AdminWire.EraseAnswer answer = node.erase(id);
        if (!answer.getKnown()) {
            throw Failure.of("no-own-record", record);
        }
        if (json.json()) {
            session.output().json(new Erased(Ids.hex(id), answer.getBefore()));
        } else {
            session.output().line(session.messages().of(answer.getBefore() ? "erase.before" : "erase.done"));
            session.output().note(session.messages().of("erase.next", Ids.hex(id)));
        }
    }

    private void show(List<Erasure> erasures) {
        if (json.json()) {
            session.output().json(erasures.stream().map(ErasureJson::of).toList());
            return;
        }
        if (erasures.isEmpty()) {
            session.output().line(session.messages().of("erase.none"));
        }
        erasures.forEach(this::print);
    }

    private void print(Erasure erasure) {
        Messages say = session.messages();
        int all = erasure.getConfirmedCount() + erasure.getAwaitedCount();
        session.output()
                .line(say.of(
                        "erase.entry",
                        Ids.hex(erasure.getRecord()),
                        say.word("record-kind", erasure.getKind()),
                        session.moments().of(erasure.getSaid()),
                        erasure.getConfirmedCount(),
                        say.count("count.of-schools", all)));
        Table table = new Table();
        erasure.getConfirmedList()
                .forEach(school -> table.row(
                        "  " + name(school),
                        say.of("erase.confirmed"),
                        session.moments().of(school.getClaimedAt())));
        erasure.getAwaitedList().forEach(school -> table.row("  " + name(school), say.of("erase.awaited"), ""));
        session.output().lines(table.lines());
    }

    private static String name(HolderState school) {
        return school.getName().isEmpty() ? Ids.brief(school.getSchool()) : school.getName();
    }

    private record Erased(String record, boolean before) {}

    private record ErasureJson(
            String record, String kind, @Nullable String said, List<SchoolJson> confirmed, List<SchoolJson> awaited) {
        static ErasureJson of(Erasure erasure) {
            return new ErasureJson(
                    Ids.hex(erasure.getRecord()),
                    erasure.getKind(),
                    Moments.iso(erasure.getSaid()),
                    erasure.getConfirmedList().stream().map(SchoolJson::of).toList(),
                    erasure.getAwaitedList().stream().map(SchoolJson::of).toList());
        }
    }

    private record SchoolJson(
            String school, String name, @Nullable String claimedAt) {
        static SchoolJson of(HolderState school) {
            return new SchoolJson(Ids.hex(school.getSchool()), school.getName(), Moments.iso(school.getClaimedAt()));
        }
    }
}

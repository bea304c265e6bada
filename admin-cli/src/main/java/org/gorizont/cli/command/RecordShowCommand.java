// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.command;

import com.google.protobuf.ByteString;
import java.util.concurrent.Callable;
import org.gorizont.cli.client.AdminClient;
import org.gorizont.cli.client.Ids;
import org.gorizont.cli.text.Failure;
import org.gorizont.protocol.model.Kind;
import org.gorizont.protocol.model.RecordId;
import org.gorizont.protocol.wire.v1.AdminWire.RecordView;
import org.gorizont.protocol.wire.v1.AdminWire.RecordsRequest;
import org.gorizont.protocol.wire.v1.AdminWire.StatusAnswer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code practice show ID}, {@code resource show ID}: one record whole. */
@Command(name = "show")
public final class RecordShowCommand implements Callable<Integer> {
    private final Session session;
    private final Kind kind;

    @Mixin
    private final JsonOption json = new JsonOption();

    @Parameters(paramLabel = "RECORD", descriptionKey = "parameter.record")
    private String record = "";

    @Option(names = "--school", paramLabel = "SCHOOL", defaultValue = "", descriptionKey = "option.school-of-record")
    private String school = "";

    public RecordShowCommand(Session session, Kind kind) {
        this.session = session;
        this.kind = kind;
    }

    @Override
    public Integer call() {
        ByteString id = Ids.parse(record, RecordId.SIZE);
        try (AdminClient node = session.connect()) {
            StatusAnswer status = node.status();
            ByteString owner = school.isEmpty() ? status.getSelf() : new SchoolNames(status).meant(school);
            RecordView view = node
                    .records(RecordsRequest.newBuilder()
                            .setKind(kind.type())
                            .setSchool(owner)
                            .setRecord(id)
                            .build())
                    .getRecordsList()
                    .stream()
                    .findFirst()
                    .orElseThrow(() -> Failure.of("no-record", record, Ids.brief(owner)));
            if (json.json()) {
                session.output().json(RecordJson.of(view));
            } else {
                session.output().lines(new CardLines(session).of(view));
            }
        }
        return 0;
    }
}

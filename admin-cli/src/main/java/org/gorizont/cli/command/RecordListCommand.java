// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.gorizont.cli.client.AdminClient;
import org.gorizont.protocol.model.Kind;
import org.gorizont.protocol.wire.v1.AdminWire.RecordsAnswer;
import org.gorizont.protocol.wire.v1.AdminWire.RecordsRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code practice list}, {@code resource list}: what schools share. */
@Command(name = "list")
public final class RecordListCommand implements Callable<Integer> {
    private final Session session;
    private final Kind kind;

    @Mixin
    private final JsonOption json = new JsonOption();

    @Option(names = "--own", descriptionKey = "option.own")
    private boolean own;

    @Option(names = "--school", paramLabel = "SCHOOL", defaultValue = "", descriptionKey = "option.school")
    private String school = "";

    @Option(names = "--limit", paramLabel = "N", defaultValue = "50", descriptionKey = "option.limit")
    private int limit;

    public RecordListCommand(Session session, Kind kind) {
        this.session = session;
        this.kind = kind;
    }

    @Override
    public Integer call() {
        try (AdminClient node = session.connect()) {
            var request = RecordsRequest.newBuilder().setKind(kind.type()).setAtMost(Math.max(1, limit));
            if (own) {
                request.setSchool(node.status().getSelf());
            } else if (!school.isEmpty()) {
                request.setSchool(new SchoolNames(node.status()).meant(school));
            }
            RecordsAnswer answer = node.records(request.build());
            if (json.json()) {
                session.output()
                        .json(new Listing(
                                answer.getTotal(),
                                answer.getRecordsList().stream()
                                        .map(RecordJson::of)
                                        .toList()));
            } else {
                print(answer);
            }
        }
        return 0;
    }

    private void print(RecordsAnswer answer) {
        if (answer.getTotal() == 0) {
            session.output().line(session.messages().of("records.none." + kind.type()));
            return;
        }
        session.output().lines(new RecordLines(session).of(answer.getRecordsList()));
        if (answer.getRecordsCount() < answer.getTotal()) {
            session.output().note(session.messages().of("records.more", answer.getRecordsCount(), answer.getTotal()));
        }
    }

    private record Listing(int total, List<RecordJson> records) {}
}

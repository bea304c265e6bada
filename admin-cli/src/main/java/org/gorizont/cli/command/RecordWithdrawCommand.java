// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.command;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.concurrent.Callable;
import org.gorizont.cli.client.AdminClient;
import org.gorizont.cli.client.Cards;
import org.gorizont.cli.client.Ids;
import org.gorizont.cli.text.Failure;
import org.gorizont.protocol.model.Kind;
import org.gorizont.protocol.model.RecordId;
import org.gorizont.protocol.wire.v1.AdminWire.PublishAnswer;
import org.gorizont.protocol.wire.v1.AdminWire.RecordDraft;
import org.gorizont.protocol.wire.v1.AdminWire.RecordsRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code practice withdraw ID}, {@code resource withdraw ID}: takes an own record back. */
@Command(name = "withdraw")
public final class RecordWithdrawCommand implements Callable<Integer> {
    private final Session session;
    private final Kind kind;

    @Parameters(paramLabel = "RECORD", descriptionKey = "parameter.record")
    private String record = "";

    public RecordWithdrawCommand(Session session, Kind kind) {
        this.session = session;
        this.kind = kind;
    }

    @Override
    public Integer call() {
        ByteString id = Ids.parse(record, RecordId.SIZE);
        try (AdminClient node = session.connect()) {
            ByteString self = node.status().getSelf();
            var request = RecordsRequest.newBuilder()
                    .setKind(kind.type())
                    .setSchool(self)
                    .setRecord(id)
                    .build();
            if (node.records(request).getTotal() == 0) {
                throw Failure.of("no-own-record", record);
            }
            RecordDraft draft = Cards.draft(new RecordId(Ids.bytes(id)), kind, RecordDraft.Verb.VERB_WITHDRAW);
            PublishAnswer answer = node.publishOrKeep(List.of(draft), ByteString.EMPTY);
            if (answer.getKept() > 0) {
                throw AdminClient.kept(answer.getRefused().getCode(), 1);
            }
            session.output().line(session.messages().of("records.withdrawn"));
        }
        return 0;
    }
}

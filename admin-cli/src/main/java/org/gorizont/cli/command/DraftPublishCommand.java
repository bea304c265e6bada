// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.command;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.gorizont.cli.client.AdminClient;
import org.gorizont.cli.text.Failure;
import org.gorizont.cli.text.Messages;
import org.gorizont.protocol.wire.v1.AdminWire.PublishDraftsAnswer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code draft publish [NUMBER...]}: publishes what was refused before. */
@Command(name = "publish")
public final class DraftPublishCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "NUMBER", arity = "0..*", descriptionKey = "parameter.drafts")
    private List<Integer> numbers = List.of();

    @Option(names = "--over", descriptionKey = "option.draft-over")
    private boolean over;

    public DraftPublishCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Messages say = session.messages();
        try (AdminClient node = session.connect()) {
            PublishDraftsAnswer answer = node.publishDrafts(numbers, over);
            if (answer.getPublished() == 0
                    && answer.getKnown() == 0
                    && answer.getOvertakenCount() == 0
                    && !answer.hasRefused()) {
                session.output().line(say.of("draft.none"));
            }
            if (answer.getPublished() > 0) {
                session.output().line(say.of("draft.published", say.count("count.records", answer.getPublished())));
            }
            if (answer.getKnown() > 0) {
                session.output().line(say.of("draft.known", say.count("count.records", answer.getKnown())));
            }
            if (answer.hasRefused()) {
                throw AdminClient.refusal(answer.getRefused());
            } else if (answer.getOvertakenCount() > 0) {
                String which =
                        answer.getOvertakenList().stream().map(String::valueOf).collect(Collectors.joining(", "));
                throw Failure.of("draft-overtaken", which);
            }
        }
        return 0;
    }
}

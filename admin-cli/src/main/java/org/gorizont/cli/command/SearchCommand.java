// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.gorizont.cli.client.AdminClient;
import org.gorizont.protocol.wire.v1.AdminWire.SearchAnswer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code search WORDS}: practices and resources of all schools, as they are known here. */
@Command(name = "search")
public final class SearchCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final JsonOption json = new JsonOption();

    @Parameters(paramLabel = "WORDS", arity = "1..*", descriptionKey = "parameter.words")
    private String[] words = {};

    @Option(names = "--limit", paramLabel = "N", defaultValue = "20", descriptionKey = "option.limit")
    private int limit;

    public SearchCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        String query = String.join(" ", words);
        try (AdminClient node = session.connect()) {
            SearchAnswer answer = node.search(query, limit);
            if (json.json()) {
                session.output()
                        .json(new Found(
                                query,
                                answer.getTotal(),
                                answer.getHitsList().stream()
                                        .map(RecordJson::of)
                                        .toList()));
            } else if (answer.getHitsCount() == 0) {
                session.output().line(session.messages().of("search.none"));
            } else {
                session.output().lines(new RecordLines(session).of(answer.getHitsList()));
            }
        }
        return 0;
    }

    private record Found(String query, long total, List<RecordJson> hits) {}
}

// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.command;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.gorizont.cli.client.AdminClient;
import org.gorizont.cli.text.Failure;
import org.gorizont.cli.text.Messages;
import org.gorizont.cli.text.Table;
import org.gorizont.protocol.rows.TypedDate;
import org.gorizont.protocol.wire.v1.AdminWire.FindFreeRequest;
import org.gorizont.protocol.wire.v1.AdminWire.FreeOffer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code resource find}: who has a kind of resource free in one lesson. */
@Command(name = "find")
public final class ResourceFindCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final JsonOption json = new JsonOption();

    @Option(names = "--kind", paramLabel = "K", required = true, descriptionKey = "option.kind")
    private String kind = "";

    @Option(names = "--when", paramLabel = "DATE#N", required = true, descriptionKey = "option.when")
    private String when = "";

    @Option(names = "--pupils", paramLabel = "N", defaultValue = "0", descriptionKey = "option.pupils")
    private int pupils;

    public ResourceFindCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        int hash = when.lastIndexOf('#');
        if (hash < 1 || !when.substring(hash + 1).matches("[0-9]{1,2}") || pupils < 0) {
            throw Failure.usage("not-a-lesson", when);
        }
        LocalDate date = date(when.substring(0, hash));
        int lesson = Integer.parseInt(when.substring(hash + 1));
        String code = session.words().code("resource-kinds", kind);
        try (AdminClient node = session.connect()) {
            List<FreeOffer> offers = node.findFree(FindFreeRequest.newBuilder()
                            .setResourceKind(code)
                            .setDate(date.toString())
                            .setLesson(lesson)
                            .setPupils(pupils)
                            .build())
                    .getOffersList();
            if (json.json()) {
                session.output().json(offers.stream().map(OfferJson::of).toList());
            } else {
                print(offers, code, date, lesson);
            }
        }
        return 0;
    }

    private LocalDate date(String text) {
        try {
            return TypedDate.of(text);
        } catch (DateTimeException _) {
            throw Failure.usage("not-a-lesson", when);
        }
    }

    private void print(List<FreeOffer> offers, String code, LocalDate date, int lesson) {
        Messages say = session.messages();
        session.output()
                .line(say.of(
                        offers.isEmpty() ? "find.none" : "find.head",
                        session.words().name("resource-kinds", code),
                        session.moments().of(date),
                        lesson));
        RecordLines rows = new RecordLines(session);
        Table table = new Table();
        for (FreeOffer offer : offers) {
            table.row(
                    say.word("fit", offer.getFit()),
                    rows.title(offer.getResource()),
                    rows.school(offer.getResource()),
                    offer.getStart().isEmpty() ? "" : offer.getStart() + "–" + offer.getEnd() + " " + offer.getZone(),
                    say.of(
                            "records.as-of.value",
                            session.moments().of(offer.getResource().getAsOf())));
        }
        session.output().lines(table.lines());
    }

    private record OfferJson(RecordJson resource, String fit, int shift, String start, String end, String zone) {
        static OfferJson of(FreeOffer offer) {
            return new OfferJson(
                    RecordJson.of(offer.getResource()),
                    offer.getFit(),
                    offer.getShift(),
                    offer.getStart(),
                    offer.getEnd(),
                    offer.getZone());
        }
    }
}

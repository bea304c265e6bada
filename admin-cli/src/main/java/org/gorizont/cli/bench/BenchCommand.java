// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.gorizont.cli.command.JsonOption;
import org.gorizont.cli.command.Session;
import org.gorizont.cli.text.Failure;
import org.gorizont.cli.text.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code bench [AREA]}: figures of this computer, each beside its baseline. */
@Command(name = "bench")
public final class BenchCommand implements Callable<Integer> {
    private static final List<String> AREAS =
            List.of("verify", "reconcile", "catchup", "node", "disk", "night", "circle", "lost");

    private final Session session;

    @Mixin
    private final JsonOption json = new JsonOption();

    @Parameters(arity = "0..*", paramLabel = "AREA", descriptionKey = "bench.area")
    private List<String> areas = new ArrayList<>();

    public BenchCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        List<String> chosen = areas.isEmpty() ? AREAS : areas;
        for (String area : chosen) {
            if (!AREAS.contains(area)) {
                throw Failure.of("bench-area", area, String.join(", ", AREAS));
            }
        }
        List<Figure> figures = new ArrayList<>();
        for (String area : chosen) {
            session.output().note(session.messages().of("bench.measuring", area));
            figures.addAll(measure(area));
        }
        if (json.json()) {
            session.output().json(figures);
        } else {
            session.output().lines(table(figures));
        }
        return 0;
    }

    private List<Figure> measure(String area) throws InterruptedException {
        return switch (area) {
            case "catchup" -> new CatchUpBench(session.home()).run();
            case "disk" -> new DiskBench(session.home()).run();
            case "lost" -> new LostBench(session.home()).run();
            case "node" -> new NodeBench(session.home()).run();
            default -> CoreBench.run(session.home(), area);
        };
    }

    private List<String> table(List<Figure> figures) {
        Table table = new Table();
        for (Figure figure : figures) {
            table.row(
                    figure.area(),
                    figure.name(),
                    number(figure.value()) + " " + figure.unit(),
                    figure.baseline() == 0 ? "" : number(figure.baseline()) + " (" + figure.baselineName() + ")",
                    figure.ratio() == 0 ? "" : String.format(Locale.ROOT, "x %.2f", figure.ratio()),
                    figure.goal());
        }
        return table.lines();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value >= 1_000 ? "%,.0f" : "%.2f", value);
    }
}

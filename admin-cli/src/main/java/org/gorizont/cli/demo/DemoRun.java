// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo;

import java.util.List;
import java.util.Optional;
import org.gorizont.cli.text.Failure;
import org.gorizont.cli.text.Messages;

/** Plays the steps in their order until one is not ok, or the one to hold at has been played. */
final class DemoRun {
    private static final List<Act> ACTS = List.of(
            new Founding(),
            new Joining(),
            new Converging(),
            new Searching(),
            new FindingFree(),
            new Stopping(),
            new FindingAbsent(),
            new Publishing(),
            new Returning(),
            new Knocking(),
            new Stating());

    private final Scene scene;
    private final Messages messages;

    DemoRun(Scene scene, Messages messages) {
        this.scene = scene;
        this.messages = messages;
    }

    /** The step that is not ok, if there is one. */
    Optional<DemoReport.Step> play(Optional<DemoStep> last) throws InterruptedException {
        for (Act act : ACTS) {
            DemoReport.Step step = play(act);
            scene.findings().ended(step);
            scene.story().tell(step.observed());
            if (!step.ok()) {
                return Optional.of(step);
            }
            if (last.equals(Optional.of(act.step()))) {
                break;
            }
        }
        return Optional.empty();
    }

    private DemoReport.Step play(Act act) throws InterruptedException {
        String id = act.step().id();
        String expected = scene.story().of("expected." + id);
        try {
            Told told = act.play(scene);
            return new DemoReport.Step(
                    id,
                    told.ok(),
                    told.node().id(),
                    told.node().name(),
                    told.command(),
                    expected,
                    told.observed(),
                    told.entry());
        } catch (Failure e) {
            String what = String.join(" ", e.lines(messages));
            return new DemoReport.Step(id, false, "", "", "", expected, what, null);
        }
    }
}

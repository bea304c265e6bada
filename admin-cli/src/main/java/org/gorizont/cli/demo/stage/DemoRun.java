// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gorizont.cli.text.Failure;
import org.gorizont.cli.text.Messages;

/** Plays the steps of a story in their order until one is not ok, or the one to hold at has been played. */
public final class DemoRun<S> {
    private final Story story;
    private final Messages messages;
    private final List<Act<S>> acts;
    private final List<Step> steps = new ArrayList<>();

    public DemoRun(Story story, Messages messages, List<Act<S>> acts) {
        this.story = story;
        this.messages = messages;
        this.acts = acts;
    }

    /**
     * Plays on from where the last call ended.
     *
     * @param last id of the step to hold at
     * @return the step that is not ok, if there is one
     */
    public Optional<Step> play(S scene, Optional<String> last) throws InterruptedException {
        for (Act<S> act : acts.subList(steps.size(), acts.size())) {
            Step step = play(act, scene);
            steps.add(step);
            story.tell(step.observed());
            if (!step.ok()) {
                return Optional.of(step);
            }
            if (last.equals(Optional.of(act.id()))) {
                break;
            }
        }
        return Optional.empty();
    }

    /** What was played so far. */
    public List<Step> steps() {
        return List.copyOf(steps);
    }

    private Step play(Act<S> act, S scene) throws InterruptedException {
        String id = act.id();
        String expected = story.of("expected." + id);
        try {
            Told told = act.play(scene);
            return new Step(
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
            return new Step(id, false, "", "", "", expected, what, null);
        }
    }
}

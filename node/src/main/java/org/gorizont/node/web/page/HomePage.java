// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web.page;

import java.util.List;
import org.gorizont.node.readmodel.News;

/**
 * «Главная»: what happened to the reader's own things, what waits for the reader, what to do first on a new node, and what other schools have published.
 *
 * @param steps empty once they are done, or if there is none for whoever reads
 */
public record HomePage(
        Frame frame, List<NoticeLine> notices, List<Duty> duties, List<FirstStep> steps, List<News> news) {
    /** News that are shown. */
    public static final int NEWS = 10;
    /** And of one school. */
    public static final int NEWS_OF_SCHOOL = 4;

    public HomePage {
        notices = List.copyOf(notices);
        duties = List.copyOf(duties);
        steps = List.copyOf(steps);
        news = List.copyOf(news);
    }

    public String text(Duty duty) {
        String key = "duty." + duty.what();
        return frame.words().has(key + ".many") ? frame.words().count(key, duty.count()) : frame.say(key, duty.about());
    }

    public String action(Duty duty) {
        return frame.say("duty." + duty.what() + ".do");
    }

    /** Whether there is nothing for somebody for whom something may wait. */
    public boolean isAllDone() {
        return duties.isEmpty() && steps.isEmpty() && frame.who().entered().isPresent();
    }

    public String step(FirstStep step) {
        return frame.say("step." + step.what());
    }

    public String about(FirstStep step) {
        return frame.say("step." + step.what() + ".about");
    }

    public String doing(FirstStep step) {
        return frame.say("step." + step.what() + ".do");
    }

    public List<Row> rows() {
        return news.stream()
                .map(one -> Row.listed(frame.words(), one.what(), one.kind()))
                .toList();
    }
}

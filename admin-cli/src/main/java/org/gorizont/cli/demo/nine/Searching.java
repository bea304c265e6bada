// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo.nine;

import java.util.ArrayList;
import java.util.List;
import org.gorizont.cli.client.Cards;
import org.gorizont.cli.demo.stage.Act;
import org.gorizont.cli.demo.stage.DemoSchool;
import org.gorizont.cli.demo.stage.Story;
import org.gorizont.cli.demo.stage.Told;
import org.gorizont.protocol.wire.v1.AdminWire.RecordView;

/** Schools search for what only others have. */
final class Searching implements Act<Scene> {
    @Override
    public String id() {
        return "search";
    }

    @Override
    public Told play(Scene scene) {
        List<String> lines = new ArrayList<>();
        boolean ok = true;
        for (DemoContent.Question question : scene.content().questions()) {
            DemoSchool from = scene.cluster().school(question.from());
            List<RecordView> found =
                    from.admin().search(question.words(), Hits.AT_MOST).getHitsList();
            scene.findings().searched(new DemoReport.Search(question.words(), from.id(), from.name(), Hits.of(found)));
            ok &= !found.isEmpty()
                    && found.stream().noneMatch(hit -> hit.getSchool().equals(from.idBytes()));
            lines.add(line(scene.story(), from, question.words(), found));
        }
        DemoContent.Question first = scene.content().questions().getFirst();
        DemoSchool from = scene.cluster().school(first.from());
        String command = Story.command(from.data(), "search", first.words());
        return new Told(ok, from, command, String.join("\n", lines), null);
    }

    private static String line(Story story, DemoSchool from, String words, List<RecordView> found) {
        if (found.isEmpty()) {
            return story.of("search.nothing", from.name(), words);
        }
        RecordView best = found.getFirst();
        return story.of("search", from.name(), words, Cards.title(best), best.getSchoolName());
    }
}

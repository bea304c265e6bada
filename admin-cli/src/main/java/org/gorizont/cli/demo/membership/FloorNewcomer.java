// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo.membership;

import java.util.List;
import java.util.stream.IntStream;
import org.gorizont.cli.demo.stage.Act;
import org.gorizont.cli.demo.stage.DemoSchool;
import org.gorizont.cli.demo.stage.Place;
import org.gorizont.cli.demo.stage.Told;
import org.gorizont.protocol.model.RecordId;

/** A school that comes later fetches what is valid, not all that ever was. */
final class FloorNewcomer implements Act<Scene> {
    @Override
    public String id() {
        return "floor-newcomer";
    }

    private static final int VERSIONS = 1_500;
    private static final int AT_ONCE = 300;
    private static final String TITLE = "Теплица, замеры № ";

    @Override
    public Told play(Scene scene) throws InterruptedException {
        Place entry = revise(scene.school(Part.BIRCH));
        // Whoever has not heard of the higher floor yet still hands out what lies below it.
        boolean ok = scene.until(() -> scene.remaining().stream().allMatch(FloorNewcomer::knowsLast));
        DemoSchool newcomer = scene.schools().create(Part.NEW);
        Entering.byTwo(scene, Part.NEW);
        ok &= scene.until(() -> knowsLast(newcomer));
        long fetched = newcomer.status().getCounters().getEntriesAccepted();
        ok &= fetched < VERSIONS / 2;
        return scene.told(
                id(),
                ok,
                Part.NEW,
                scene.command(Part.NEW, "status"),
                entry,
                Part.BIRCH.title(),
                VERSIONS,
                Part.NEW.title(),
                fetched);
    }

    private static boolean knowsLast(DemoSchool school) {
        return Publications.finds(school, TITLE + VERSIONS);
    }

    /** One record, stated again and again. */
    private static Place revise(DemoSchool school) {
        RecordId record = Publications.id();
        Place last = Publications.publish(school, List.of(Publications.draft(record, TITLE + 0, "")));
        for (int from = 1; from <= VERSIONS; from += AT_ONCE) {
            last = Publications.publish(
                    school,
                    IntStream.range(from, from + AT_ONCE)
                            .mapToObj(i -> Publications.draft(record, TITLE + i, ""))
                            .toList());
        }
        return last;
    }
}

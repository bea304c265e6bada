// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo.membership;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.gorizont.cli.demo.stage.Act;
import org.gorizont.cli.demo.stage.Place;
import org.gorizont.cli.demo.stage.Told;
import org.gorizont.protocol.wire.v1.AdminWire.StatusAnswer;

/** A school is in two circles: what one decides does not reach the other. */
final class TwoCircles implements Act<Scene> {
    @Override
    public String id() {
        return "two-circles";
    }

    private static final String TITLE = "Набор реактивов для опытов";

    @Override
    public Told play(Scene scene) throws InterruptedException {
        scene.type(Part.MEADOW, "circle", "found", Scene.SUBJECT);
        scene.type(Part.NORTH, "circle", "join", scene.code(Part.MEADOW, Scene.SUBJECT));
        scene.votes()
                .propose(
                        Part.BIRCH,
                        Scene.CIRCLE,
                        "role",
                        Part.RIVER.title(),
                        "--role",
                        "methodist",
                        "--until",
                        LocalDate.now(ZoneOffset.UTC).plusYears(1).format(DateTimeFormatter.ofPattern("dd.MM.yyyy")));
        scene.votes().agree(Part.RIVER, Scene.CIRCLE, "role", Part.BIRCH);
        scene.votes().agree(Part.MEADOW, Scene.CIRCLE, "role", Part.BIRCH);
        boolean ok = scene.until(() -> scene.votes().decided(Part.MEADOW, Scene.CIRCLE, "role"));
        // Whatever was to go to the other circle before this record has gone when it arrives.
        Place entry = Publications.publish(scene.school(Part.MEADOW), TITLE);
        ok &= scene.until(() -> Publications.finds(scene.school(Part.NORTH), TITLE)) && knowsOneCircleOnly(scene);
        return scene.told(
                id(),
                ok,
                Part.NORTH,
                scene.command(Part.NORTH, "circle", "show"),
                entry,
                Part.MEADOW.title(),
                Scene.SUBJECT,
                Part.NORTH.title());
    }

    private static boolean knowsOneCircleOnly(Scene scene) {
        StatusAnswer status = scene.school(Part.NORTH).status();
        return status.getCirclesCount() == 1
                && status.getCircles(0).getDecidedCount() == 0
                && status.getSchoolsList().stream()
                        .noneMatch(school -> school.getSchool()
                                .equals(scene.school(Part.BIRCH).idBytes()));
    }
}

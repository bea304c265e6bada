// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo.membership;

import org.gorizont.cli.demo.stage.Act;
import org.gorizont.cli.demo.stage.DemoSchool;
import org.gorizont.cli.demo.stage.Told;

/** Disk and sheet are lost: a new school, certified by the circle as the successor of the former one. */
final class SheetLost implements Act<Scene> {
    @Override
    public String id() {
        return "sheet-lost";
    }

    @Override
    public Told play(Scene scene) throws InterruptedException {
        DemoSchool lost = scene.school(Part.FIELD);
        lost.kill();
        Schools.remove(lost.data());
        DemoSchool again = scene.schools().create(Part.FIELD_AGAIN);
        Entering.byTwo(scene, Part.FIELD_AGAIN);
        boolean ok = scene.until(() -> scene.isMember(Part.MEADOW, Scene.CIRCLE, Part.FIELD_AGAIN));
        scene.votes().propose(Part.BIRCH, Scene.CIRCLE, "successor", lost.id(), again.id());
        scene.votes().agree(Part.RIVER, Scene.CIRCLE, "successor", Part.BIRCH);
        scene.votes().agree(Part.MEADOW, Scene.CIRCLE, "successor", Part.BIRCH);
        ok &= scene.until(() -> scene.votes().decided(Part.FIELD_AGAIN, Scene.CIRCLE, "successor"));
        return scene.told(
                id(),
                ok,
                Part.FIELD_AGAIN,
                scene.command(Part.FIELD_AGAIN, "circle", "show"),
                null,
                Part.FIELD.title());
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo.membership;

import org.gorizont.cli.demo.stage.Act;
import org.gorizont.cli.demo.stage.Told;

/** A second school joins by a code. */
final class Joining implements Act<Scene> {
    @Override
    public String id() {
        return "join";
    }

    @Override
    public Told play(Scene scene) throws InterruptedException {
        scene.type(Part.RIVER, "circle", "join", scene.code(Part.BIRCH, Scene.CIRCLE));
        boolean ok = scene.until(() -> scene.members(Part.BIRCH, Scene.CIRCLE) == 2)
                && scene.until(() -> scene.members(Part.RIVER, Scene.CIRCLE) == 2);
        return scene.told(
                id(),
                ok,
                Part.RIVER,
                scene.command(Part.RIVER, "circle", "show"),
                null,
                Part.RIVER.title(),
                Part.BIRCH.title());
    }
}

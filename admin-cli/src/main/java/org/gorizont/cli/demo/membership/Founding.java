// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo.membership;

import org.gorizont.cli.demo.stage.Act;
import org.gorizont.cli.demo.stage.Told;

/** One school founds a circle. */
final class Founding implements Act<Scene> {
    @Override
    public String id() {
        return "found";
    }

    @Override
    public Told play(Scene scene) {
        scene.type(Part.BIRCH, "circle", "found", Scene.CIRCLE);
        boolean ok = scene.members(Part.BIRCH, Scene.CIRCLE) == 1;
        return scene.told(
                id(),
                ok,
                Part.BIRCH,
                scene.command(Part.BIRCH, "circle", "show"),
                null,
                Part.BIRCH.title(),
                Scene.CIRCLE);
    }
}

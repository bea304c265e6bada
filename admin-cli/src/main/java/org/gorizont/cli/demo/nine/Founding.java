// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo.nine;

import org.gorizont.cli.demo.stage.Act;
import org.gorizont.cli.demo.stage.DemoSchool;
import org.gorizont.cli.demo.stage.Story;
import org.gorizont.cli.demo.stage.Told;

/** One school founds the circle. */
final class Founding implements Act<Scene> {
    @Override
    public String id() {
        return "found";
    }

    @Override
    public Told play(Scene scene) {
        DemoSchool founder = scene.cluster().school(scene.content().founder());
        String name = scene.content().circle();
        scene.founded(founder.admin().foundCircle(name, 1));
        return Told.seen(
                founder,
                Story.command(founder.data(), "circle", "found", name),
                scene.story().of("found", founder.name(), name));
    }
}

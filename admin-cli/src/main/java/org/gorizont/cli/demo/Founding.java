// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo;

/** One school founds the circle. */
final class Founding implements Act {
    @Override
    public DemoStep step() {
        return DemoStep.FOUND;
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

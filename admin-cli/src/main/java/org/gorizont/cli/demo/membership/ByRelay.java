// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo.membership;

import java.util.List;
import org.gorizont.cli.demo.stage.Act;
import org.gorizont.cli.demo.stage.Place;
import org.gorizont.cli.demo.stage.Told;
import org.gorizont.cli.process.LocalSettings;

/** Two schools that nobody can dial meet at a relay, which is no school. */
final class ByRelay implements Act<Scene> {
    @Override
    public String id() {
        return "relay";
    }

    private static final String TITLE = "Вытяжной шкаф";

    @Override
    public Told play(Scene scene) throws InterruptedException {
        int port = scene.schools().relay();
        for (Part part : List.of(Part.MEADOW, Part.NEW)) {
            scene.school(part).close();
            LocalSettings.writeAtRelay(scene.school(part).data(), port);
            scene.school(part).start();
        }
        Place entry = Publications.publish(scene.school(Part.MEADOW), TITLE);
        boolean ok =
                scene.until(() -> isRelayed(scene, Part.MEADOW, Part.NEW) || isRelayed(scene, Part.NEW, Part.MEADOW))
                        && scene.until(() -> Publications.finds(scene.school(Part.NEW), TITLE));
        return scene.told(
                id(), ok, Part.NEW, scene.command(Part.NEW, "schools"), entry, Part.MEADOW.title(), Part.NEW.title());
    }

    private static boolean isRelayed(Scene scene, Part from, Part to) {
        return scene.school(from).status().getSchoolsList().stream()
                .anyMatch(school -> school.getSchool().equals(scene.school(to).idBytes())
                        && school.getHow().equals("RELAYED"));
    }
}

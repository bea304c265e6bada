// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo.membership;

import org.gorizont.cli.demo.stage.Act;
import org.gorizont.cli.demo.stage.DemoSchool;
import org.gorizont.cli.demo.stage.Place;
import org.gorizont.cli.demo.stage.Told;
import org.gorizont.cli.process.LocalSettings;

/** Nothing is left but the recovery sheet: neighbours give back what the school had published. */
final class DiskLost implements Act<Scene> {
    @Override
    public String id() {
        return "disk-lost";
    }

    private static final String TITLE = "Электронный микроскоп";

    @Override
    public Told play(Scene scene) throws InterruptedException {
        DemoSchool lost = scene.school(Part.RIVER);
        long published = lost.status().getOwnEntries();
        lost.kill();
        Schools.remove(lost.data());
        DemoSchool back = scene.schools().put(Part.RIVER, "zarechye-2");
        LocalSettings.write(back.data());
        scene.type(
                Part.RIVER,
                "key",
                "recover",
                "--sheet",
                scene.schools().sheet(Part.RIVER).toString(),
                "--from",
                scene.school(Part.BIRCH).status().getEndpoints(0));
        back.start();
        boolean ok = back.status().getOwnEntries() >= published;
        Place entry = Publications.publish(back, TITLE);
        ok &= scene.until(() -> Publications.finds(scene.school(Part.BIRCH), TITLE));
        return scene.told(
                id(),
                ok,
                Part.RIVER,
                scene.command(Part.RIVER, "resource", "list"),
                entry,
                Part.RIVER.title(),
                published);
    }
}

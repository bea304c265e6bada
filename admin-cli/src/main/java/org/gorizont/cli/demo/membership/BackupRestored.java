// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo.membership;

import java.nio.file.Path;
import org.gorizont.cli.demo.stage.Act;
import org.gorizont.cli.demo.stage.DemoSchool;
import org.gorizont.cli.demo.stage.Place;
import org.gorizont.cli.demo.stage.Told;

/** An old copy of the store comes back: the node takes its own records from its neighbours first. */
final class BackupRestored implements Act<Scene> {
    @Override
    public String id() {
        return "backup-restored";
    }

    private static final String LOST = "3D-принтер с большой камерой";
    private static final String AFTER = "Паяльная станция";

    @Override
    public Told play(Scene scene) throws InterruptedException {
        DemoSchool school = scene.school(Part.FIELD);
        Path store = school.data().resolve("store");
        Path backup = scene.schools().file("polevoe-backup");
        school.close();
        Schools.copy(store, backup);
        school.start();
        Publications.publish(school, LOST);
        boolean ok = scene.until(() -> Publications.finds(scene.school(Part.BIRCH), LOST));
        long published = school.status().getOwnEntries();
        school.kill();
        Schools.replace(store, backup);
        school.start();
        ok &= scene.until(() ->
                school.status().getWritingRefused().isEmpty() && school.status().getOwnEntries() == published);
        Place entry = Publications.publish(school, AFTER);
        ok &= scene.until(() -> Publications.finds(scene.school(Part.BIRCH), AFTER))
                && Publications.finds(school, LOST)
                && scene.school(Part.BIRCH).admin().forks().getForksCount() == 0;
        return scene.told(
                id(), ok, Part.FIELD, scene.command(Part.FIELD, "search", LOST), entry, Part.FIELD.title(), published);
    }
}

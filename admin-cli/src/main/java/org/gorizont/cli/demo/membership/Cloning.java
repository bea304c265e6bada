// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo.membership;

import org.gorizont.cli.demo.stage.Act;
import org.gorizont.cli.demo.stage.DemoSchool;
import org.gorizont.cli.demo.stage.Place;
import org.gorizont.cli.demo.stage.Told;

/** Two computers run with the data of one school: both stop publishing, one goes on. */
final class Cloning implements Act<Scene> {
    @Override
    public String id() {
        return "clone";
    }

    private static final String TITLE = "Цифровая лаборатория по физике";

    @Override
    public Told play(Scene scene) throws InterruptedException {
        DemoSchool school = scene.school(Part.FIELD);
        school.close();
        DemoSchool copy = scene.schools().beside(Part.FIELD, "polevoe-copy");
        Schools.copy(school.data(), copy.data());
        school.start();
        copy.start();
        boolean ok = scene.until(() -> isStopped(school) && isStopped(copy));
        copy.close();
        school.close();
        school.start();
        ok &= scene.until(() -> !isStopped(school));
        Place entry = Publications.publish(school, TITLE);
        ok &= scene.until(() -> Publications.finds(scene.school(Part.BIRCH), TITLE))
                && scene.school(Part.BIRCH).admin().forks().getForksCount() == 0;
        return scene.told(id(), ok, Part.FIELD, scene.command(Part.FIELD, "status"), entry, Part.FIELD.title());
    }

    private static boolean isStopped(DemoSchool school) {
        return !school.status().getWritingRefused().isEmpty();
    }
}

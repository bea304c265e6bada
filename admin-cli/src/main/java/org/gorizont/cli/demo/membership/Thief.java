// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo.membership;

import org.gorizont.cli.demo.stage.Act;
import org.gorizont.cli.demo.stage.DemoSchool;
import org.gorizont.cli.demo.stage.Place;
import org.gorizont.cli.demo.stage.Told;
import org.gorizont.cli.process.LocalSettings;

/** Somebody runs a copy of a node with its keys: the change of keys leaves that copy outside. */
final class Thief implements Act<Scene> {
    @Override
    public String id() {
        return "thief";
    }

    private static final String FORGED = "Отдадим всё оборудование даром";
    private static final String TITLE = "Метеостанция";

    @Override
    public Told play(Scene scene) throws InterruptedException {
        DemoSchool owner = scene.school(Part.LAKE);
        owner.close();
        DemoSchool thief = scene.schools().beside(Part.LAKE, "thief");
        Schools.copy(owner.data(), thief.data());
        LocalSettings.writeUnreachable(thief.data());
        thief.start();
        Publications.publish(thief, FORGED);
        scene.schools().type(thief, "circle", "propose", "remove", Part.BIRCH.title());
        owner.start();
        NewKeys.rotate(scene, Part.LAKE);
        Place entry = Publications.publish(owner, TITLE);
        boolean ok = scene.until(() -> Publications.finds(scene.school(Part.BIRCH), TITLE));
        thief.close();
        LocalSettings.write(thief.data());
        thief.start();
        ok &= scene.until(() -> thief.status().getWritingRefused().equals("KEYS_CHANGED")) && isForgotten(scene);
        thief.close();
        return scene.told(
                id(),
                ok,
                Part.BIRCH,
                scene.command(Part.BIRCH, "search", FORGED),
                entry,
                Part.LAKE.title(),
                Part.BIRCH.title());
    }

    /** Nobody has got what the thief wrote, and nobody sees two versions of a log. */
    private static boolean isForgotten(Scene scene) {
        DemoSchool witness = scene.school(Part.BIRCH);
        return !Publications.finds(witness, FORGED)
                && !scene.votes().isOpen(Part.BIRCH, Scene.CIRCLE, "remove")
                && witness.admin().forks().getForksCount() == 0;
    }
}

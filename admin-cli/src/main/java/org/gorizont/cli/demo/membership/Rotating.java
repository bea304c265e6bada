// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo.membership;

import org.gorizont.cli.demo.stage.Act;
import org.gorizont.cli.demo.stage.Place;
import org.gorizont.cli.demo.stage.Told;

/** A school changes its keys while its node runs. */
final class Rotating implements Act<Scene> {
    @Override
    public String id() {
        return "rotate";
    }

    private static final String TITLE = "Лазерный станок";

    @Override
    public Told play(Scene scene) throws InterruptedException {
        NewKeys.rotate(scene, Part.RIVER);
        Place entry = Publications.publish(scene.school(Part.RIVER), TITLE);
        boolean ok = scene.until(() -> Publications.finds(scene.school(Part.BIRCH), TITLE))
                && scene.school(Part.RIVER).status().getKeyEpoch() == 1;
        return scene.told(
                id(),
                ok,
                Part.BIRCH,
                scene.command(Part.BIRCH, "search", TITLE),
                entry,
                Part.RIVER.title(),
                Part.BIRCH.title());
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo.membership;

import java.util.List;
import org.gorizont.cli.demo.stage.Act;
import org.gorizont.cli.demo.stage.Told;

/** The circle removes a school by votes of more than half of all who vote. */
final class VotingOut implements Act<Scene> {
    @Override
    public String id() {
        return "vote-remove";
    }

    @Override
    public Told play(Scene scene) throws InterruptedException {
        scene.votes().propose(Part.BIRCH, Scene.CIRCLE, "remove", Part.LAKE.title());
        scene.votes().agree(Part.RIVER, Scene.CIRCLE, "remove", Part.BIRCH);
        scene.votes().agree(Part.MEADOW, Scene.CIRCLE, "remove", Part.BIRCH);
        boolean ok = true;
        for (Part member : List.of(Part.BIRCH, Part.RIVER, Part.MEADOW, Part.FIELD_AGAIN)) {
            ok &= scene.until(() -> !scene.isMember(member, Scene.CIRCLE, Part.LAKE));
        }
        return scene.told(id(), ok, Part.MEADOW, scene.command(Part.MEADOW, "circle", "show"), null, Part.LAKE.title());
    }
}

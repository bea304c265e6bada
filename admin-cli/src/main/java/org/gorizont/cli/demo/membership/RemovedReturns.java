// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo.membership;

import org.gorizont.cli.demo.stage.Act;
import org.gorizont.cli.demo.stage.DemoSchool;
import org.gorizont.cli.demo.stage.Place;
import org.gorizont.cli.demo.stage.Told;
import org.gorizont.cli.demo.stage.Typist;

/** The removed school comes back with a new code, after both sides were off: it stays out. */
final class RemovedReturns implements Act<Scene> {
    @Override
    public String id() {
        return "removed-returns";
    }

    private static final String TITLE = "Осциллограф";

    @Override
    public Told play(Scene scene) throws InterruptedException {
        DemoSchool removed = scene.school(Part.LAKE);
        DemoSchool inviter = scene.school(Part.BIRCH);
        removed.close();
        inviter.close();
        inviter.start();
        removed.start();
        boolean ok = scene.until(() -> !scene.isMember(Part.LAKE, Scene.CIRCLE, Part.LAKE));
        Typist.Typed typed = scene.schools().tryToType(removed, "circle", "join", scene.code(Part.BIRCH, Scene.CIRCLE));
        Place entry = Publications.publish(inviter, TITLE);
        ok &= scene.until(() -> Publications.finds(scene.school(Part.RIVER), TITLE))
                && !typed.done()
                && !Publications.finds(removed, TITLE)
                && !scene.isMember(Part.BIRCH, Scene.CIRCLE, Part.LAKE)
                && !scene.isMember(Part.RIVER, Scene.CIRCLE, Part.LAKE);
        return scene.told(
                id(),
                ok,
                Part.LAKE,
                scene.command(Part.LAKE, "search", TITLE),
                entry,
                Part.LAKE.title(),
                typed.firstError());
    }
}

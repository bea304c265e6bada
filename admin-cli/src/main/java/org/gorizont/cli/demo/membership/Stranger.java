// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo.membership;

import org.gorizont.cli.demo.stage.Act;
import org.gorizont.cli.demo.stage.ForgedCode;
import org.gorizont.cli.demo.stage.Told;
import org.gorizont.cli.demo.stage.Typist;
import org.gorizont.protocol.wire.v1.AdminWire.StatusAnswer;

/** A school with a code that nobody gave gets nothing. */
final class Stranger implements Act<Scene> {
    @Override
    public String id() {
        return "stranger";
    }

    @Override
    public Told play(Scene scene) {
        int before = scene.members(Part.BIRCH, Scene.CIRCLE);
        String forged = ForgedCode.like(scene.code(Part.BIRCH, Scene.CIRCLE));
        Typist.Typed typed = scene.schools().tryToType(scene.school(Part.NORTH), "circle", "join", forged);
        StatusAnswer outside = scene.school(Part.NORTH).status();
        boolean ok = !typed.done()
                && scene.members(Part.BIRCH, Scene.CIRCLE) == before
                && outside.getHeldEntries() == outside.getOwnEntries();
        return scene.told(
                id(),
                ok,
                Part.NORTH,
                scene.command(Part.NORTH, "circle", "join", forged),
                null,
                Part.NORTH.title(),
                typed.firstError());
    }
}

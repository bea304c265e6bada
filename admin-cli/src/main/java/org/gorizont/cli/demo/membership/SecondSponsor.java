// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo.membership;

import java.util.List;
import org.gorizont.cli.demo.stage.Act;
import org.gorizont.cli.demo.stage.Told;

/** From now on two schools must let a newcomer in; then all members vote. */
final class SecondSponsor implements Act<Scene> {
    @Override
    public String id() {
        return "second-sponsor";
    }

    private static final List<Part> NEWCOMERS = List.of(Part.MEADOW, Part.LAKE, Part.FIELD);
    private static final List<Part> MEMBERS = List.of(Part.BIRCH, Part.RIVER, Part.MEADOW, Part.LAKE, Part.FIELD);
    private static final int SPONSORS = 2;

    @Override
    public Told play(Scene scene) throws InterruptedException {
        boolean ok = allVote(scene, MEMBERS.subList(0, SPONSORS));
        scene.votes().propose(Part.BIRCH, Scene.CIRCLE, "amend", "--sponsors", Integer.toString(SPONSORS));
        scene.votes().agree(Part.RIVER, Scene.CIRCLE, "amend", Part.BIRCH);
        ok &= scene.until(() -> isAmended(scene, Part.BIRCH) && isAmended(scene, Part.RIVER));
        int members = SPONSORS;
        for (Part newcomer : NEWCOMERS) {
            scene.type(newcomer, "circle", "join", scene.code(Part.BIRCH, Scene.CIRCLE));
            ok &= scene.members(Part.BIRCH, Scene.CIRCLE) == members && !isInside(scene, newcomer);
            scene.type(newcomer, "circle", "join", scene.code(Part.RIVER, Scene.CIRCLE));
            members++;
            int now = members;
            ok &= scene.until(() -> scene.members(Part.BIRCH, Scene.CIRCLE) == now
                    && scene.members(Part.RIVER, Scene.CIRCLE) == now
                    && isInside(scene, newcomer));
        }
        ok &= allVote(scene, MEMBERS);
        return scene.told(
                id(),
                ok,
                Part.MEADOW,
                scene.command(Part.MEADOW, "circle", "show"),
                null,
                Part.MEADOW.title(),
                MEMBERS.size());
    }

    /** The voters so far decide that all members are to vote. */
    private static boolean allVote(Scene scene, List<Part> members) throws InterruptedException {
        int voters = scene.circle(Part.BIRCH, Scene.CIRCLE).getElectorateCount();
        scene.votes().propose(Part.BIRCH, Scene.CIRCLE, "electorate");
        if (voters > 1) {
            scene.votes().agree(Part.RIVER, Scene.CIRCLE, "electorate", Part.BIRCH);
        }
        boolean all = true;
        for (Part member : members) {
            all &= scene.until(() -> scene.circle(member, Scene.CIRCLE).getElectorateCount() == members.size());
        }
        return all;
    }

    private static boolean isAmended(Scene scene, Part part) {
        return scene.circle(part, Scene.CIRCLE).getSponsors() == SPONSORS;
    }

    private static boolean isInside(Scene scene, Part part) {
        return scene.isMember(part, Scene.CIRCLE, part);
    }
}

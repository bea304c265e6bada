// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo.membership;

import java.util.List;
import org.gorizont.cli.demo.stage.Act;
import org.gorizont.cli.demo.stage.Told;
import org.gorizont.cli.process.LocalSettings;

/** Two schools remove each other, neither knowing of the other decision: both stand, in that circle only. */
final class MutualRemoval implements Act<Scene> {
    @Override
    public String id() {
        return "mutual-removal";
    }

    private static final List<Part> MEMBERS = List.of(Part.MEADOW, Part.NORTH, Part.BIRCH, Part.RIVER);

    @Override
    public Told play(Scene scene) throws InterruptedException {
        gather(scene);
        scene.votes().propose(Part.BIRCH, Scene.SUBJECT, "remove", Part.RIVER.title());
        scene.votes().propose(Part.RIVER, Scene.SUBJECT, "remove", Part.BIRCH.title());
        for (Part author : List.of(Part.BIRCH, Part.RIVER)) {
            scene.votes().agree(Part.MEADOW, Scene.SUBJECT, "remove", author);
            scene.until(() -> isHeard(scene, Part.NORTH, author) && isHeard(scene, author, author));
        }
        decideApart(scene);
        boolean ok = true;
        for (Part part : List.of(Part.MEADOW, Part.NORTH)) {
            ok &= scene.until(() -> scene.members(part, Scene.SUBJECT) == 2);
        }
        ok &= scene.isMember(Part.MEADOW, Scene.CIRCLE, Part.BIRCH)
                && scene.isMember(Part.MEADOW, Scene.CIRCLE, Part.RIVER);
        return scene.told(
                id(),
                ok,
                Part.NORTH,
                scene.command(Part.NORTH, "circle", "show"),
                null,
                Part.BIRCH.title(),
                Part.RIVER.title(),
                Scene.SUBJECT);
    }

    private static void gather(Scene scene) throws InterruptedException {
        for (Part guest : List.of(Part.BIRCH, Part.RIVER)) {
            scene.type(guest, "circle", "join", scene.code(Part.MEADOW, Scene.SUBJECT));
        }
        for (Part part : MEMBERS) {
            scene.until(() -> scene.members(part, Scene.SUBJECT) == MEMBERS.size());
        }
        scene.votes().propose(Part.MEADOW, Scene.SUBJECT, "electorate");
        for (Part part : MEMBERS) {
            scene.until(() -> scene.circle(part, Scene.SUBJECT).getElectorateCount() == MEMBERS.size());
        }
    }

    /** Whether this school knows that two want the other one out. */
    private static boolean isHeard(Scene scene, Part at, Part author) {
        return scene.circle(at, Scene.SUBJECT).getProposalsList().stream()
                .anyMatch(open -> open.getAuthor().equals(scene.school(author).idBytes()) && open.getYesCount() == 2);
    }

    /** The last vote reaches both authors as a file, while neither can reach anybody. */
    private static void decideApart(Scene scene) throws InterruptedException {
        List<Part> authors = List.of(Part.BIRCH, Part.RIVER);
        for (Part author : authors) {
            scene.school(author).close();
        }
        for (Part author : authors) {
            scene.votes().agree(Part.NORTH, Scene.SUBJECT, "remove", author);
        }
        String file = scene.schools().file("votes.gzb").toString();
        scene.type(Part.NORTH, "bundle", "export", "--for", "circle", file);
        for (Part author : authors) {
            LocalSettings.writeUnreachable(scene.school(author).data());
            scene.school(author).start();
            scene.type(author, "bundle", "import", file);
            scene.until(() -> scene.votes().decided(author, Scene.SUBJECT, "remove"));
            scene.school(author).close();
        }
        for (Part author : authors) {
            LocalSettings.write(scene.school(author).data());
            scene.school(author).start();
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo.membership;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gorizont.cli.client.Ids;
import org.gorizont.cli.text.Failure;
import org.gorizont.protocol.wire.v1.AdminWire.CircleState;
import org.gorizont.protocol.wire.v1.AdminWire.ProposalState;

/** How schools decide in the story. */
final class Votes {
    private static final int BRIEF = 8;

    private final Scene scene;

    Votes(Scene scene) {
        this.scene = scene;
    }

    void propose(Part who, String circle, String... what) {
        List<String> words = new ArrayList<>(List.of("circle", "propose"));
        words.addAll(List.of(what));
        words.addAll(List.of("--circle", scene.circleId(who, circle)));
        scene.type(who, words.toArray(String[]::new));
    }

    /** Says yes to the open proposal of that kind that these schools have made, as soon as they hear of it. */
    void agree(Part who, String circle, String kind, Part author) throws InterruptedException {
        if (!scene.until(() -> waiting(who, circle, kind, author).isPresent())) {
            throw Failure.of("demo-typed", "circle vote", kind);
        }
        String id = Ids.hex(waiting(who, circle, kind, author).orElseThrow().getId());
        scene.type(who, "circle", "vote", id.substring(0, BRIEF), "yes");
    }

    boolean decided(Part at, String circle, String kind) {
        return scene.circle(at, circle).getDecidedList().stream()
                .anyMatch(decision -> decision.getAction().getType().equals(kind));
    }

    boolean isOpen(Part at, String circle, String kind) {
        return scene.circle(at, circle).getProposalsList().stream()
                .anyMatch(open -> open.getAction().getType().equals(kind));
    }

    private Optional<ProposalState> waiting(Part at, String circle, String kind, Part author) {
        CircleState state = scene.circle(at, circle);
        return state.getProposalsList().stream()
                .filter(open -> open.getWaiting()
                        && open.getAction().getType().equals(kind)
                        && open.getAuthor().equals(scene.school(author).idBytes()))
                .findFirst();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo.nine;

import com.google.protobuf.ByteString;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.gorizont.cli.demo.stage.Act;
import org.gorizont.cli.demo.stage.DemoSchool;
import org.gorizont.cli.demo.stage.ForgedCode;
import org.gorizont.cli.demo.stage.Parallel;
import org.gorizont.cli.demo.stage.Story;
import org.gorizont.cli.demo.stage.Told;
import org.gorizont.protocol.wire.v1.AdminWire.JoinProgress;
import org.gorizont.protocol.wire.v1.AdminWire.StatusAnswer;

/** A stranger knocks with a code whose secret nobody gave: circle, school and address in it are real. */
final class Knocking implements Act<Scene> {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Override
    public String id() {
        return "stranger";
    }

    @Override
    public Told play(Scene scene) throws InterruptedException {
        DemoSchool door = scene.cluster().school(scene.content().stranger());
        String forged = ForgedCode.like(door.admin().invite(scene.circle(), "", 0));
        try (DemoSchool stranger = scene.cluster().stranger(scene.story().of("stranger.name"))) {
            AtomicReference<JoinProgress> end = new AtomicReference<>(JoinProgress.getDefaultInstance());
            Parallel.each(
                    List.of(stranger),
                    1,
                    PATIENCE,
                    school -> end.set(school.admin().join(forged, _ -> {})));
            boolean refused = end.get().getState() == JoinProgress.State.STATE_REFUSED && isOutside(stranger, door);
            String reason = end.get().getRefused().getCode();
            scene.findings().stranger(new DemoReport.Stranger(refused, reason));
            Story story = scene.story();
            String words = story.constant("refused", reason);
            return new Told(
                    refused,
                    door,
                    Story.command(stranger.data(), "circle", "join", forged),
                    story.of(refused ? "stranger" : "stranger.missing", door.name(), words),
                    null);
        }
    }

    /** It is no member, and has got nothing. */
    private static boolean isOutside(DemoSchool stranger, DemoSchool door) {
        StatusAnswer outside = stranger.status();
        ByteString id = stranger.idBytes();
        boolean member = door.status().getCirclesList().stream()
                .anyMatch(circle -> circle.getMembersList().contains(id));
        return !member && outside.getHeldEntries() == outside.getOwnEntries();
    }
}

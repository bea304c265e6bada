// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo;

import com.google.protobuf.ByteString;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.gorizont.protocol.codec.InvitationCode;
import org.gorizont.protocol.codec.Malformed;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Invitation;
import org.gorizont.protocol.wire.v1.AdminWire.JoinProgress;
import org.gorizont.protocol.wire.v1.AdminWire.StatusAnswer;

/** A stranger knocks with a code whose secret nobody gave: circle, school and address in it are real. */
final class Knocking implements Act {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Override
    public DemoStep step() {
        return DemoStep.STRANGER;
    }

    @Override
    public Told play(Scene scene) throws InterruptedException {
        DemoSchool door = scene.cluster().school(scene.content().stranger());
        String forged = forged(door.admin().invite(scene.circle(), "", 0));
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

    private static String forged(String code) {
        byte[] secret = new byte[Invitation.SECRET_SIZE];
        new SecureRandom().nextBytes(secret);
        try {
            Invitation real = InvitationCode.parse(code);
            return InvitationCode.format(
                    new Invitation(real.circle(), real.inviter(), real.address(), Bytes.wrap(secret)));
        } catch (Malformed e) {
            throw new IllegalStateException("a node made a code that cannot be read", e);
        }
    }
}

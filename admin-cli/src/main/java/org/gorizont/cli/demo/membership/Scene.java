// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo.membership;

import com.google.protobuf.ByteString;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.gorizont.cli.client.Ids;
import org.gorizont.cli.demo.stage.DemoSchool;
import org.gorizont.cli.demo.stage.Patience;
import org.gorizont.cli.demo.stage.Place;
import org.gorizont.cli.demo.stage.Story;
import org.gorizont.cli.demo.stage.Told;
import org.gorizont.protocol.wire.v1.AdminWire.CircleState;
import org.jspecify.annotations.Nullable;

/** What the steps of one run share. */
final class Scene {
    /** The circle of the municipality. */
    static final String CIRCLE = "Горизонт";
    /** A circle about one subject, with other members. */
    static final String SUBJECT = "Химия";

    /** How long one thing may take on a slow, busy computer. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Schools schools;
    private final Story story;
    private final Votes votes;

    Scene(Schools schools, Story story) {
        this.schools = schools;
        this.story = story;
        this.votes = new Votes(this);
    }

    Schools schools() {
        return schools;
    }

    DemoSchool school(Part part) {
        return schools.of(part);
    }

    /** Who is left in the circle beside its founder when all removals are decided. */
    List<DemoSchool> remaining() {
        return Stream.of(Part.RIVER, Part.MEADOW, Part.FIELD_AGAIN)
                .map(this::school)
                .toList();
    }

    Votes votes() {
        return votes;
    }

    /** Waits within {@link #PATIENCE}. */
    boolean until(Patience.Condition condition) throws InterruptedException {
        return Patience.until(PATIENCE, condition);
    }

    /** Types a command that must succeed. */
    void type(Part part, String... words) {
        schools.type(school(part), words);
    }

    /** How a school sees a circle; nothing in it when it has none of this name. */
    CircleState circle(Part part, String name) {
        return school(part).status().getCirclesList().stream()
                .filter(circle -> circle.getName().equals(name))
                .findFirst()
                .orElse(CircleState.getDefaultInstance());
    }

    String circleId(Part part, String name) {
        return Ids.hex(circle(part, name).getCircle());
    }

    int members(Part part, String circle) {
        return circle(part, circle).getMembersCount();
    }

    boolean isMember(Part at, String circle, Part whom) {
        ByteString id = school(whom).idBytes();
        return circle(at, circle).getMembersList().contains(id);
    }

    /** An invitation to a circle. */
    String code(Part from, String circle) {
        return schools.type(school(from), "circle", "invite", "--circle", circleId(from, circle))
                .strip();
    }

    /** What a step has shown: its own words, or that what was expected has not come. */
    Told told(String id, boolean ok, Part node, String command, @Nullable Place entry, Object... values) {
        String observed = ok ? story.of(id, values) : story.of("missing", story.of("expected." + id, values));
        return new Told(ok, school(node), command, observed, entry);
    }

    /** What a person would type at this school. */
    String command(Part part, String... words) {
        return Story.command(school(part).data(), words);
    }
}

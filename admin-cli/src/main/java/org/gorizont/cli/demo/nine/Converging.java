// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo.nine;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.gorizont.cli.client.Cards;
import org.gorizont.cli.demo.stage.Act;
import org.gorizont.cli.demo.stage.DemoSchool;
import org.gorizont.cli.demo.stage.Parallel;
import org.gorizont.cli.demo.stage.Story;
import org.gorizont.cli.demo.stage.Told;
import org.gorizont.protocol.wire.v1.AdminWire.RecordDraft;
import org.gorizont.protocol.wire.v1.AdminWire.RecordDraft.Verb;
import org.gorizont.protocol.wire.v1.AdminWire.SchoolState;
import org.gorizont.protocol.wire.v1.AdminWire.StatusAnswer;

/** Every school publishes what it has, and all wait until everybody knows everything. */
final class Converging implements Act<Scene> {
    private static final int AT_ONCE = 3;

    @Override
    public String id() {
        return "converge";
    }

    @Override
    public Told play(Scene scene) throws InterruptedException {
        List<DemoSchool> schools = scene.cluster().all();
        Parallel.each(schools, AT_ONCE, Scene.PATIENCE, school -> publish(scene, school));

        boolean all = scene.until(() -> sameEverywhere(schools));

        DemoSchool last = schools.getLast();
        StatusAnswer there = last.status();
        long practices = sum(there, SchoolState::getPractices);
        long resources = sum(there, SchoolState::getResources);
        long entries = there.getHeldEntries();
        var millis = scene.sinceAllJoined();
        scene.findings().agreed(new Findings.Agreement(all, millis.toMillis(), entries, practices, resources));
        Story story = scene.story();
        String command = Story.command(last.data(), "schools");
        return all
                ? Told.seen(
                        last,
                        command,
                        story.of(
                                "converge",
                                story.count("count.records", entries),
                                story.count("count.practices", practices),
                                story.count("count.resources", resources),
                                story.seconds(millis)))
                : Told.missing(last, command, story.of("converge.missing", held(schools)));
    }

    private static void publish(Scene scene, DemoSchool school) {
        SchoolContent content = scene.cluster().content(school);
        List<RecordDraft> catalogue = content.catalogue().stream()
                .map(item -> Cards.draft(item.record(), item.card(), Verb.VERB_PUT))
                .toList();
        school.admin().publish(catalogue, ByteString.EMPTY);
        List<RecordDraft> hours = content.kit().stream()
                .flatMap(kit -> hours(scene, content, kit))
                .toList();
        school.admin().publish(hours, scene.circle());
    }

    private static Stream<RecordDraft> hours(Scene scene, SchoolContent content, SchoolContent.Kit kit) {
        return kit
                .plan()
                .card(kit.item().record(), content.bells(), scene.content().zone(), scene.monday())
                .map(card -> Cards.draft(kit.availability(), card, Verb.VERB_PUT))
                .stream();
    }

    /** Everybody holds as much as all have written together, has read it, and knows every school by name. */
    static boolean sameEverywhere(List<DemoSchool> schools) {
        List<StatusAnswer> nodes = schools.stream().map(DemoSchool::status).toList();
        long written = nodes.stream().mapToLong(StatusAnswer::getOwnEntries).sum();
        return nodes.stream().allMatch(node -> node.getHeldEntries() == written && isUpToDate(node, schools.size()));
    }

    private static boolean isUpToDate(StatusAnswer node, int schools) {
        return node.getReadersList().stream().allMatch(reader -> reader.getPosition() >= reader.getLast())
                && node.getSchoolsList().stream()
                                .filter(school -> !school.getName().isEmpty() && school.getBehindCount() == 0)
                                .count()
                        == schools;
    }

    private static String held(List<DemoSchool> schools) {
        return String.join(
                ", ",
                schools.stream()
                        .map(school -> school.name() + ": " + school.status().getHeldEntries())
                        .toList());
    }

    private static long sum(StatusAnswer node, ToLongFunction<SchoolState> number) {
        return node.getSchoolsList().stream().mapToLong(number).sum();
    }
}

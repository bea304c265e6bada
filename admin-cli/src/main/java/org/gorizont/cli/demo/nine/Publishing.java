// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo.nine;

import com.google.protobuf.ByteString;
import java.util.List;
import org.gorizont.cli.client.Cards;
import org.gorizont.cli.demo.stage.Act;
import org.gorizont.cli.demo.stage.DemoSchool;
import org.gorizont.cli.demo.stage.Place;
import org.gorizont.cli.demo.stage.Story;
import org.gorizont.cli.demo.stage.Told;
import org.gorizont.protocol.wire.v1.AdminWire.PublishAnswer;
import org.gorizont.protocol.wire.v1.AdminWire.RecordDraft;
import org.gorizont.protocol.wire.v1.AdminWire.RecordDraft.Verb;

/** Another school publishes while one is off. */
final class Publishing implements Act<Scene> {
    @Override
    public String id() {
        return "publish";
    }

    @Override
    public Told play(Scene scene) throws InterruptedException {
        DemoSchool publisher = scene.cluster().school(scene.content().absence().publisher());
        List<RecordDraft> drafts = scene.cluster().content(publisher).later().stream()
                .map(item -> Cards.draft(item.record(), item.card(), Verb.VERB_PUT))
                .toList();
        PublishAnswer answer = publisher.admin().publish(drafts, ByteString.EMPTY);
        long entries = answer.getTo() - answer.getFrom();
        scene.findings().offline(scene.findings().offline().published(entries));
        Story story = scene.story();
        String command = Story.command(publisher.data(), "practice", "list");
        List<DemoSchool> on = scene.cluster().on();
        long expected = scene.findings().agreement().entries() + entries;
        return scene.until(() -> on.stream().allMatch(school -> school.status().getHeldEntries() == expected))
                ? Told.written(
                        publisher,
                        command,
                        story.of(
                                "publish",
                                publisher.name(),
                                story.count("count.practices", entries),
                                story.count("count.schools-on", on.size())),
                        Place.of(answer))
                : Told.missing(publisher, command, story.of("publish.missing"));
    }
}

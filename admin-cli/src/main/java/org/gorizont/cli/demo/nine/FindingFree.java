// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo.nine;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gorizont.cli.client.Cards;
import org.gorizont.cli.client.Ids;
import org.gorizont.cli.demo.stage.Act;
import org.gorizont.cli.demo.stage.DemoSchool;
import org.gorizont.cli.demo.stage.Story;
import org.gorizont.cli.demo.stage.Told;
import org.gorizont.protocol.wire.v1.AdminWire.FindFreeRequest;
import org.gorizont.protocol.wire.v1.AdminWire.FreeOffer;

/** A school asks who has a lab free in one lesson. */
final class FindingFree implements Act<Scene> {
    private static final String FREE = "FREE";

    @Override
    public String id() {
        return "freeslot";
    }

    @Override
    public Told play(Scene scene) {
        DemoContent.FreeQuestion question = scene.content().free();
        DemoSchool from = scene.cluster().school(question.from());
        LocalDate date = scene.monday().plusDays(question.day().getValue() - 1L);
        String slot = date + "#" + question.lesson();
        List<FreeOffer> offers = from.admin()
                .findFree(FindFreeRequest.newBuilder()
                        .setResourceKind(question.kind())
                        .setDate(date.toString())
                        .setLesson(question.lesson())
                        .setPupils(question.pupils())
                        .build())
                .getOffersList();
        Optional<FreeOffer> free =
                offers.stream().filter(offer -> offer.getFit().equals(FREE)).findFirst();
        free.ifPresent(offer -> scene.findings().free(finding(offer, slot, from)));
        String command = Story.command(
                from.data(),
                "resource",
                "find",
                "--kind",
                question.kind(),
                "--when",
                slot,
                "--pupils",
                Integer.toString(question.pupils()));
        String said = said(scene.story(), question, date, free, offers);
        return new Told(free.isPresent(), from, command, said, null);
    }

    private static DemoReport.FreeSlot finding(FreeOffer offer, String slot, DemoSchool from) {
        return new DemoReport.FreeSlot(
                Ids.hex(offer.getResource().getSchool()),
                offer.getResource().getSchoolName(),
                Cards.title(offer.getResource()),
                slot + " " + offer.getStart() + "-" + offer.getEnd(),
                offer.getZone(),
                from.id(),
                from.name());
    }

    private static String said(
            Story story,
            DemoContent.FreeQuestion question,
            LocalDate date,
            Optional<FreeOffer> free,
            List<FreeOffer> offers) {
        String wish = story.of(
                "freeslot.wish",
                story.of(date),
                question.lesson(),
                story.term("resource-kinds", question.kind()),
                question.pupils());
        String answer = free.map(offer ->
                        story.of("freeslot", offer.getResource().getSchoolName(), offer.getStart(), offer.getEnd()))
                .orElse(story.of("freeslot.nobody"));
        return wish + " " + answer + " " + story.of("freeslot.others", others(story, offers));
    }

    private static String others(Story story, List<FreeOffer> offers) {
        return String.join(
                "; ",
                offers.stream()
                        .filter(offer -> !offer.getFit().equals(FREE))
                        .map(offer ->
                                offer.getResource().getSchoolName() + " – " + story.constant("fit", offer.getFit()))
                        .toList());
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo.nine;

import java.util.List;
import org.gorizont.cli.client.Ids;
import org.gorizont.cli.demo.stage.Act;
import org.gorizont.cli.demo.stage.DemoSchool;
import org.gorizont.cli.demo.stage.Story;
import org.gorizont.cli.demo.stage.Told;
import org.gorizont.protocol.domain.PracticeCard;
import org.gorizont.protocol.wire.v1.AdminWire.LogReceipts;
import org.gorizont.protocol.wire.v1.AdminWire.ReceiptsAnswer;

/** A school sees which others have stated that they store its record. */
final class Stating implements Act<Scene> {
    @Override
    public String id() {
        return "receipts";
    }

    @Override
    public Told play(Scene scene) throws InterruptedException {
        DemoSchool owner = scene.cluster().school(scene.content().absence().publisher());
        SchoolContent.Item<PracticeCard> item =
                scene.cluster().content(owner).later().getLast();
        int others = scene.cluster().all().size() - 1;

        boolean all = scene.until(() -> stated(owner, item) == others);

        long stated = stated(owner, item);
        String record = item.record().toString();
        scene.findings().stated(new DemoReport.Receipts(record, item.card().title(), owner.id(), owner.name(), stated));
        Story story = scene.story();
        return new Told(
                all,
                owner,
                Story.command(owner.data(), "receipts", record),
                story.of("receipts", item.card().title(), owner.name(), story.count("count.stated", stated)),
                null);
    }

    private static long stated(DemoSchool owner, SchoolContent.Item<PracticeCard> item) {
        ReceiptsAnswer answer = owner.admin().receipts(Ids.of(item.record()));
        long needed = answer.getRecordSeq() + 1;
        return answer.getRecordKnown()
                ? answer.getLogsList().stream()
                        .map(LogReceipts::getHoldersList)
                        .flatMap(List::stream)
                        .filter(holder -> holder.getSize() >= needed)
                        .filter(holder -> !holder.getSchool().equals(owner.idBytes()))
                        .map(holder -> holder.getSchool())
                        .distinct()
                        .count()
                : 0;
    }
}

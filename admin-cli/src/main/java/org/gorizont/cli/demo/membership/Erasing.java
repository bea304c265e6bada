// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo.membership;

import java.util.List;
import org.gorizont.cli.client.Ids;
import org.gorizont.cli.demo.stage.Act;
import org.gorizont.cli.demo.stage.DemoSchool;
import org.gorizont.cli.demo.stage.Place;
import org.gorizont.cli.demo.stage.Told;
import org.gorizont.protocol.model.RecordId;
import org.gorizont.protocol.wire.v1.AdminWire.HolderState;

/** A record goes for ever, at all schools, and they state it. */
final class Erasing implements Act<Scene> {
    @Override
    public String id() {
        return "erase";
    }

    private static final String TITLE = "Телефон дежурного учителя";

    @Override
    public Told play(Scene scene) throws InterruptedException {
        DemoSchool owner = scene.school(Part.BIRCH);
        RecordId record = Publications.id();
        Place entry = Publications.publish(owner, List.of(Publications.draft(record, TITLE, "")));
        List<DemoSchool> others = scene.remaining();
        boolean ok = scene.until(() -> others.stream().allMatch(school -> Publications.finds(school, TITLE)));
        scene.type(Part.BIRCH, "erase", record.toString(), "--yes");
        ok &= scene.until(() -> others.stream().noneMatch(school -> Publications.finds(school, TITLE)))
                && scene.until(() -> confirmed(owner, record, others));
        return scene.told(
                id(),
                ok,
                Part.BIRCH,
                scene.command(Part.BIRCH, "erase", "--status"),
                entry,
                Part.BIRCH.title(),
                others.size());
    }

    private static boolean confirmed(DemoSchool owner, RecordId record, List<DemoSchool> others) {
        return owner.admin().erasures(Ids.of(record)).getErasuresList().stream()
                .anyMatch(erasure -> erasure.getConfirmedList().stream()
                        .map(HolderState::getSchool)
                        .toList()
                        .containsAll(others.stream().map(DemoSchool::idBytes).toList()));
    }
}

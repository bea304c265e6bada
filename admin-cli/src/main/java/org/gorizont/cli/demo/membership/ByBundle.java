// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo.membership;

import java.nio.file.Path;
import org.gorizont.cli.demo.stage.Act;
import org.gorizont.cli.demo.stage.DemoSchool;
import org.gorizont.cli.demo.stage.Place;
import org.gorizont.cli.demo.stage.Told;
import org.gorizont.cli.process.LocalSettings;

/** A school that reaches nobody exchanges by files; its receipts travel back. */
final class ByBundle implements Act<Scene> {
    @Override
    public String id() {
        return "bundle";
    }

    private static final String TITLE = "Спектрометр";

    @Override
    public Told play(Scene scene) throws InterruptedException {
        DemoSchool cutOff = scene.school(Part.NEW);
        cutOff.close();
        LocalSettings.writeUnreachable(cutOff.data());
        cutOff.start();
        Place entry = Publications.publish(scene.school(Part.BIRCH), TITLE);
        String there = scene.schools().file("there.gzb").toString();
        String back = scene.schools().file("back.gzb").toString();
        scene.type(Part.BIRCH, "bundle", "export", "--for", cutOff.id(), there);
        scene.type(Part.NEW, "bundle", "import", there);
        boolean ok = scene.until(() -> Publications.finds(cutOff, TITLE));
        ok &= scene.until(() -> bringsReceipt(scene, back, entry));
        return scene.told(
                id(),
                ok,
                Part.NEW,
                scene.command(Part.NEW, "search", TITLE),
                entry,
                Part.NEW.title(),
                Part.BIRCH.title());
    }

    private static boolean bringsReceipt(Scene scene, String file, Place entry) {
        Schools.delete(Path.of(file));
        scene.type(
                Part.NEW, "bundle", "export", "--for", scene.school(Part.BIRCH).id(), file);
        scene.type(Part.BIRCH, "bundle", "import", file);
        return Receipts.stated(scene.school(Part.BIRCH), scene.school(Part.NEW), entry);
    }
}

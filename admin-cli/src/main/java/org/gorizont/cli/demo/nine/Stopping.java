// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo.nine;

import org.gorizont.cli.demo.stage.Act;
import org.gorizont.cli.demo.stage.DemoSchool;
import org.gorizont.cli.demo.stage.Told;

/** The process of one school is killed. */
final class Stopping implements Act<Scene> {
    @Override
    public String id() {
        return "stop";
    }

    @Override
    public Told play(Scene scene) throws InterruptedException {
        DemoSchool stopped = scene.cluster().school(scene.content().absence().stopped());
        long pid = stopped.pid();
        stopped.kill();
        scene.findings().offline(new DemoReport.Offline(stopped.id(), stopped.name(), pid, false, null, 0, false));
        boolean gone = ProcessHandle.of(pid).map(process -> !process.isAlive()).orElse(true);
        return new Told(gone, stopped, "kill -0 " + pid, scene.story().of("stop", stopped.name(), pid), null);
    }
}

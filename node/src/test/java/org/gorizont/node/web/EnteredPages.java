// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Pages of four schools, a browser, and an account for every role. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class EnteredPages {
    final SampleNetwork network = SampleNetwork.ofFour();
    Chromium chromium;
    WebPages pages;
    Entering entering;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        chromium = Chromium.launch();
        pages = network.start(folder);
        entering = new Entering(network.people(), chromium, pages);
        entering.everyRole();
    }

    @AfterAll
    void stop() {
        network.close();
        chromium.close();
    }
}

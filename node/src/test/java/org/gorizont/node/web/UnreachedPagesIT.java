// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.gorizont.protocol.core.DialProblem;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Endpoint;
import org.gorizont.protocol.model.RelayEndpoint;
import org.gorizont.protocol.model.Way;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UnreachedPagesIT {
    private static final Way DIRECT = new Way.Direct(new Endpoint("school5.example", 7740));
    private static final Way RELAYED = new Way.Relayed(
            new RelayEndpoint(new Endpoint("relay.example", 443), Bytes.zeros(RelayEndpoint.TOKEN_SIZE)));

    @Test
    void theSchoolsPageSaysWhyNobodyIsReachedAndWhatToDo(@TempDir Path folder) throws Exception {
        try (SampleNetwork network = new SampleNetwork()
                        .unreached(SampleNetwork.BOB, DIRECT, DialProblem.INTERCEPTED)
                        .unreached(SampleNetwork.CAROL, RELAYED, DialProblem.RELAY_NOBODY);
                Chromium chromium = Chromium.launch()) {
            WebPages pages = network.start(folder);
            try (Visit visit = Visit.phone(chromium, pages)) {
                visit.open("/schools").screenshot("unreached-schools");
                for (String said : List.of(
                        "Ни одна школа сейчас не на связи",
                        "стоит фильтр, который вскрывает шифрование",
                        "с адресами: school5.example:7740",
                        "ретранслятор relay.example:443: её узел там сейчас не ждёт")) {
                    assertTrue(visit.text().contains(said), visit.text());
                }
                visit.assertFitsItsWidth();
                visit.assertNothingWentWrong();
            }
        }
    }
}

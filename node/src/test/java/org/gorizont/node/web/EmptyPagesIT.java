// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.gorizont.node.web.page.Links;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EmptyPagesIT {
    @Test
    void pageOfANewNodeNamesTheFirstStep(@TempDir Path folder) throws Exception {
        try (SampleNetwork alone = new SampleNetwork();
                Chromium chromium = Chromium.launch()) {
            WebPages pages = alone.start(folder);
            for (String width : List.of("pc", "phone")) {
                try (Visit visit = width.equals("pc") ? Visit.desktop(chromium, pages) : Visit.phone(chromium, pages)) {
                    visit.open("/schools").screenshot("empty-schools-" + width);
                    assertTrue(visit.text().contains("gorizont circle join КОД"), visit.text());

                    visit.open("/search").screenshot("empty-search-" + width);
                    assertTrue(visit.text().contains("gorizont import practices"), visit.text());

                    visit.open(Links.school(SampleNetwork.ALICE));
                    assertTrue(visit.text().contains("Вы пока ничем не поделились"), visit.text());
                    visit.assertFitsItsWidth();
                }
            }
        }
    }
}

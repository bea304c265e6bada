// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.gorizont.node.web.text.Language;
import org.junit.jupiter.api.Test;

final class GuideTextTest {
    @Test
    void markupInAGuideStaysText() {
        String html = html("# T\n\n<script>alert(1)</script>\n\nText <img src=x onerror=alert(1)> `<b>`");

        assertFalse(html.contains("<script") || html.contains("<img") || html.contains("<b>"), html);
        assertTrue(html.contains("&lt;script&gt;"), html);
    }

    @Test
    void linksLeadToTheGuidesOrNowhere() {
        assertEquals(
                "<p><a href=\"/help/operating#порты\">a</a> "
                        + "<a href=\"/help/guide?lang=en\">b</a> <a href=\"#c\">c</a> d <em>e</em> f g h</p>\n",
                html("[a](operating.ru.md#порты) [b](guide.md) [c](#c) [d](https://example.org/) [*e*](protocol.md#x) "
                        + "[f](javascript:alert(1)) ![g](https://example.org/g.png) [h](../LICENSE)"));
    }

    @Test
    void headingsKeepTheirIdsInWhateverAlphabet() {
        Guide guide = new GuideText(Language.RUSSIAN)
                .read("# Руководство\n\n## Настройки: `gorizont.toml`\n\n### Ниже\n\n## Ещё раз\n\n## Ещё раз\n");

        assertEquals("Руководство", guide.title());
        assertEquals(
                List.of(
                        new Guide.Section("настройки-gorizonttoml", "Настройки: gorizont.toml"),
                        new Guide.Section("ещё-раз", "Ещё раз"),
                        new Guide.Section("ещё-раз-1", "Ещё раз")),
                guide.contents());
        assertTrue(guide.html().contains("<h3 id=\"ниже\">"), guide.html());
        assertFalse(guide.html().contains("<h1"), guide.html());
    }

    @Test
    void tablesAreTables() {
        assertTrue(html("| a | b |\n|---|---|\n| 1 | 2 |\n").contains("<td>2</td>"));
        assertFalse(html("|a|b|c|d|\n|-|-|-|-|\n").contains("across"));
        assertTrue(html("|a|b|c|d|e|\n|-|-|-|-|-|\n").contains("<table class=\"across\">"));
    }

    private static String html(String markdown) {
        return new GuideText(Language.RUSSIAN).read(markdown).html();
    }
}

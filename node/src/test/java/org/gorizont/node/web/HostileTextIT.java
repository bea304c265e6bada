// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gorizont.node.readmodel.HeldEntries;
import org.gorizont.node.web.page.HomePage;
import org.gorizont.node.web.page.Links;
import org.gorizont.protocol.domain.AvailabilityCard;
import org.gorizont.protocol.domain.CentreCard;
import org.gorizont.protocol.domain.LendingTerms;
import org.gorizont.protocol.domain.Location;
import org.gorizont.protocol.domain.Office;
import org.gorizont.protocol.domain.PracticeCard;
import org.gorizont.protocol.domain.PracticeFile;
import org.gorizont.protocol.domain.ResourceCard;
import org.gorizont.protocol.domain.SchoolCard;
import org.gorizont.protocol.domain.Sources;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.SchoolId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A school of bad will writes into every field what would run, break out or mislead, if it were not shown as text. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HostileTextIT {
    private static final List<String> TEXTS = List.of(
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "' onmouseover='alert(1)' x='",
            "</title></head><body onload=alert(1)>",
            "<svg/onload=alert(1)>",
            "javascript:alert(1)",
            "<iframe src=//evil.example></iframe>",
            "{{7*7}}${7*7}#{7*7}<%= 7*7 %>@if(true)@raw",
            "<a href=//evil hx-get=//evil hx-trigger=load>x</a>",
            "&lt;b&gt; &amp;amp; &#x3c;",
            "--><!-- ]]> <![CDATA[",
            "=HYPERLINK(1) %0d%0aSet-Cookie: a=b",
            "x\u0336\u0336\u0336\u0336 \u200Bz\u200Fw \uD83D\uDC69\u200D\uD83D\uDC69",
            "A".repeat(64));

    private final SampleNetwork network = new SampleNetwork();
    private Chromium chromium;
    private Visit visit;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        chromium = Chromium.launch();
        for (int i = 0; i < TEXTS.size(); i++) {
            fill(mallory(i), TEXTS.get(i));
        }
        visit = Visit.phone(chromium, network.start(folder));
    }

    @AfterAll
    void stop() {
        visit.close();
        network.close();
        chromium.close();
    }

    static List<Integer> texts() {
        return IntStream.range(0, TEXTS.size()).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void everyFieldIsShownAsTextU13(int number) {
        SchoolId school = mallory(number);
        String text = TEXTS.get(number);
        String typed = URLEncoder.encode(text, StandardCharsets.UTF_8);
        List<String> paths = List.of(
                "/schools",
                Links.school(school),
                Links.PRACTICES + "/" + school + "/" + HeldEntries.record("p"),
                Links.RESOURCES + "/" + school + "/" + HeldEntries.record("r"),
                "/search?q=" + typed + "&kind=" + typed + "&from=" + typed + "&lang=" + typed);

        for (String path : paths) {
            visit.open(path);

            String content = visit.page().content();
            assertEquals(content.contains("alert"), content.contains("alert(1)"), path);
            String seen =
                    visit.text() + visit.page().locator("input").evaluateAll("all => all.map(i => i.value).join()");
            assertTrue(folded(seen).contains(folded(text)), path + "\n" + seen);
            assertNothingBrokeOut();
        }
        visit.assertNothingWentWrong();
    }

    @Test
    void newsAreShownAsTextU13() {
        visit.open("/");

        assertEquals(HomePage.NEWS, visit.page().locator(".row").count());
        assertTrue(TEXTS.stream().anyMatch(text -> folded(visit.text()).contains(folded(text))), visit.text());
        assertNothingBrokeOut();
        visit.assertNothingWentWrong();
    }

    private void assertNothingBrokeOut() {
        assertEquals(
                0,
                visit.page()
                        .locator("main script, main img, main iframe, main svg, main [onload]")
                        .count());
        assertEquals(
                0,
                visit.page()
                        .locator("main a:not([href^='/']), main a[href^='//'], main [hx-get*='evil']")
                        .count());
        visit.assertFitsItsWidth();
    }

    private void fill(SchoolId school, String text) {
        Location location = new Location(text, text, text, Optional.empty(), "Mars/Olympus");
        network.put(school, "", new SchoolCard(text, text, text, location, new Office(text, text, text), true));
        network.put(school, "", new CentreCard(List.of(text), 2021, text, text, true));
        network.put(
                school,
                "p",
                new PracticeCard(
                        text,
                        text,
                        text,
                        List.of(text),
                        Optional.empty(),
                        text,
                        text,
                        text,
                        List.of(text),
                        1,
                        text,
                        text,
                        List.of(text),
                        List.of(new PracticeFile(Hash.wrap(new byte[Hash.SIZE]), 1, text, text)),
                        new Sources(text, text, text),
                        true));
        LendingTerms terms = new LendingTerms(text, text, 1, text, text);
        network.put(school, "r", new ResourceCard(text, text, text, 1, 1, text, text, text, false, terms, true));
        network.put(school, "", new AvailabilityCard(HeldEntries.record("r"), true, "Mars/Olympus", List.of(), true));
    }

    private static SchoolId mallory(int number) {
        return HeldEntries.school("mallory " + number);
    }

    /** Browsers may turn letters of headings and fold spaces; what matters is that the signs are there. */
    private static String folded(String text) {
        return text.replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}

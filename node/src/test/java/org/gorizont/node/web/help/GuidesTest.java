// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gorizont.node.web.text.Language;
import org.junit.jupiter.api.Test;

final class GuidesTest {
    private static final Path HOME = Path.of(System.getProperty("gorizont.home", ".."));
    private static final Pattern ID = Pattern.compile(" id=\"([^\"]+)\"");
    private static final Pattern LINK = Pattern.compile("<a href=\"([^\"]+)\"");

    private final Guides guides = new Guides();

    @Test
    void theSectionOfEveryPageExistsInBothLanguages() {
        for (HelpTopic topic : HelpTopic.values()) {
            for (Language language : Language.values()) {
                Guide guide = guides.in(language, topic.guide());
                assertTrue(
                        guide.contents().stream().map(Guide.Section::id).anyMatch(topic.section(language)::equals),
                        topic + " " + language + ": " + topic.section(language) + " of " + guide.contents());
            }
        }
    }

    @Test
    void everyPageNamesItsSection() throws IOException {
        Path templates = HOME.resolve("node/src/main/jte");
        try (Stream<Path> files = Files.walk(templates)) {
            Set<String> without = new TreeSet<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file);
                if (text.contains("@template.layout(") && !text.contains("help = HelpTopic.")) {
                    without.add(templates.relativize(file).toString());
                }
            }
            assertEquals(Set.of(), without);
        }
    }

    @Test
    void everyLinkOfAGuideLeadsToASectionThatIsThere() {
        int seen = 0;
        for (Language language : Language.values()) {
            for (Guides.Name name : Guides.Name.values()) {
                String html = guides.in(language, name).html();
                Set<String> own = found(ID, html).collect(Collectors.toSet());
                for (String link : found(LINK, html).toList()) {
                    seen++;
                    if (link.startsWith("#")) {
                        assertTrue(own.contains(decoded(link.substring(1))), name + " " + link);
                    } else {
                        assertLeadsToAGuide(language, name + " " + link, link);
                    }
                }
                assertFalse(html.contains("<img") || html.contains("http\"") || html.contains(".md\""), name.code());
            }
        }
        assertTrue(seen > 40, "links: " + seen);
    }

    @Test
    void theGuidesAreTheFilesOfTheDocs() throws IOException {
        Guide guide = guides.in(Language.RUSSIAN, Guides.Name.OPERATING);
        List<String> headings = Files.readString(HOME.resolve("docs/operating.ru.md"))
                .lines()
                .filter(line -> line.startsWith("## "))
                .map(line -> line.substring(3).replace("`", ""))
                .toList();
        assertEquals(
                headings, guide.contents().stream().map(Guide.Section::title).toList());
    }

    private void assertLeadsToAGuide(Language language, String where, String link) {
        String path = link.replaceAll("[?#].*", "");
        Guides.Name name =
                Guides.Name.of(path.substring(Guides.HELP.length() + 1)).orElseThrow(() -> new AssertionError(where));
        Language there = link.contains("?lang=") ? language.other() : language;
        int hash = link.indexOf('#');
        if (hash >= 0) {
            String html = guides.in(there, name).html();
            assertTrue(found(ID, html).anyMatch(decoded(link.substring(hash + 1))::equals), where);
        }
    }

    private static String decoded(String fragment) {
        return URLDecoder.decode(fragment, StandardCharsets.UTF_8);
    }

    private static Stream<String> found(Pattern pattern, String html) {
        return pattern.matcher(html).results().map((MatchResult result) -> result.group(1));
    }
}

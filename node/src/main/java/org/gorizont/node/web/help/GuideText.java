// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web.help;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.HtmlRenderer;
import org.gorizont.node.web.help.Guide.Section;
import org.gorizont.node.web.text.Language;

/** Turns the Markdown of one guide into HTML: CommonMark with tables; markup that stands in it is shown as text. */
final class GuideText {
    /** Headings of this level make the table of contents. */
    private static final int SECTION = 2;

    /** Columns of a table that stand beside each other on a narrow screen with their headings upright. */
    private static final int FEW = 4;

    private static final List<Extension> TABLES = List.of(TablesExtension.create());

    private final Language language;

    GuideText(Language language) {
        this.language = language;
    }

    Guide read(String markdown) {
        Node document =
                Parser.builder().extensions(TABLES).build().parse(markdown.replaceFirst("\\A<!--.*?-->\\s*", ""));
        document.accept(new GuideLinks(language));
        String title = "";
        List<Section> sections = new ArrayList<>();
        Ids ids = new Ids();
        AttributeProvider attributes = (node, tag, into) -> {
            ids.of(node).ifPresent(id -> into.put("id", id));
            if (tag.equals("pre")) {
                // Its lines are not broken: on a narrow screen it is moved sideways, also with the keyboard.
                into.put("tabindex", "0");
            } else if (node instanceof TableBlock && columns(node) > FEW) {
                into.put("class", "across");
            }
        };
        for (Node node = document.getFirstChild(); node != null; ) {
            Node next = node.getNext();
            if (node instanceof Heading heading) {
                String words = words(heading);
                ids.give(heading, words);
                if (heading.getLevel() == 1 && title.isEmpty()) {
                    title = words;
                    heading.unlink();
                } else if (heading.getLevel() == SECTION) {
                    sections.add(new Section(ids.of(heading).orElse(""), words));
                }
            }
            node = next;
        }
        HtmlRenderer renderer = HtmlRenderer.builder()
                .extensions(TABLES)
                .escapeHtml(true)
                .attributeProviderFactory(_ -> attributes)
                .build();
        return new Guide(title, sections, renderer.render(document));
    }

    private static int columns(Node table) {
        int columns = 0;
        Node row = table.getFirstChild().getFirstChild();
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            columns++;
        }
        return columns;
    }

    private static String words(Node heading) {
        StringBuilder words = new StringBuilder();
        for (Node part = heading.getFirstChild(); part != null; part = part.getNext()) {
            switch (part) {
                case Text text -> words.append(text.getLiteral());
                case Code code -> words.append(code.getLiteral());
                default -> words.append(words(part));
            }
        }
        return words.toString();
    }
}

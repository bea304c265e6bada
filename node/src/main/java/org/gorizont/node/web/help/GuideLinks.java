// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web.help;

import java.util.Arrays;
import java.util.Optional;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.gorizont.node.web.text.Language;

/**
 * Leads the links of a guide to pages of this node: to another section, or to another guide. Of links to anything else only the
 * words stay, of pictures too: a page of the node fetches nothing from elsewhere, and leads nowhere that needs the internet.
 */
final class GuideLinks extends AbstractVisitor {
    private final Language language;

    GuideLinks(Language language) {
        this.language = language;
    }

    @Override
    public void visit(Link link) {
        visitChildren(link);
        Optional<String> address = address(link.getDestination());
        if (address.isPresent()) {
            link.setDestination(address.get());
        } else {
            becomesItsWords(link);
        }
    }

    @Override
    public void visit(Image image) {
        visitChildren(image);
        becomesItsWords(image);
    }

    private Optional<String> address(String destination) {
        if (destination.startsWith("#")) {
            return Optional.of(destination);
        }
        int hash = destination.indexOf('#');
        String file = hash < 0 ? destination : destination.substring(0, hash);
        String section = hash < 0 ? "" : destination.substring(hash);
        return named(file, language)
                .map(name -> name.address() + section)
                .or(() -> named(file, language.other())
                        .map(name ->
                                name.address() + "?lang=" + language.other().code() + section));
    }

    private static Optional<Guides.Name> named(String file, Language language) {
        return Arrays.stream(Guides.Name.values())
                .filter(name -> name.file(language).equals(file))
                .findFirst();
    }

    private static void becomesItsWords(Node node) {
        while (node.getFirstChild() != null) {
            node.insertBefore(node.getFirstChild());
        }
        node.unlink();
    }
}

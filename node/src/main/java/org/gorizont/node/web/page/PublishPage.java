// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web.page;

import java.util.List;
import java.util.Optional;
import org.gorizont.node.desk.PersonalHints;
import org.gorizont.node.desk.Sheet;

/**
 * «Опубликовать»: the drafts that whoever reads can publish, and what to know before.
 *
 * @param refused key of the phrase that says why nothing was published a moment ago
 */
public record PublishPage(Frame frame, List<Item> items, Optional<String> refused) {
    public PublishPage {
        items = List.copyOf(items);
    }

    /**
     * A draft.
     *
     * @param author name of somebody else who has written it; empty for one's own
     * @param changes whether it changes a record that stands
     * @param fit whether it is filled in
     * @param overtaken whether the record has changed since the draft was begun
     */
    public record Item(
            Sheet.Brief sheet,
            String author,
            boolean changes,
            boolean fit,
            boolean overtaken,
            List<PersonalHints.Hint> hints) {
        public Item {
            hints = List.copyOf(hints);
        }

        /** Names the draft as it stood on the page. */
        public String choice() {
            return sheet.id() + ":" + sheet.revision();
        }

        @Override
        public String toString() {
            return "item (LOCAL)";
        }
    }

    public String title(Item item) {
        return item.sheet.title().isEmpty()
                ? frame.say("form." + item.sheet.kind().code() + ".untitled")
                : item.sheet.title();
    }

    public String kind(Item item) {
        return frame.say("form." + item.sheet.kind().code());
    }

    public String hint(Item item, PersonalHints.Hint hint) {
        String field = frame.say("form." + item.sheet.kind().code() + "." + hint.field());
        return frame.say("hint." + hint.what(), field);
    }

    public boolean hasHints() {
        return items.stream().anyMatch(item -> item.fit && !item.hints.isEmpty());
    }

    public long fit() {
        return items.stream().filter(Item::fit).count();
    }

    public String button() {
        return frame.words().count("desk.publish", fit());
    }

    public String problem() {
        return refused.map(frame::say).orElse("");
    }
}

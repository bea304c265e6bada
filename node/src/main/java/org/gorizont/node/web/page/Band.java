// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web.page;

import java.util.List;
import java.util.Optional;
import org.gorizont.node.desk.FormKind;
import org.gorizont.node.desk.PersonalHints;

/**
 * What a page of a record says above it to the people of its own school: that it is only a draft, or how to change it.
 *
 * @param draft address of the draft that is shown, if it is one
 * @param change address that makes a draft of the record, if the reader may
 * @param time address that makes a draft of when it is free, if it is a resource and the reader may
 * @param withdraw address of the page that takes it back, if the reader may
 */
public record Band(
        Optional<String> draft,
        List<PersonalHints.Hint> hints,
        boolean publishes,
        Optional<FormKind> kind,
        Optional<String> change,
        Optional<String> time,
        Optional<String> withdraw) {
    public static final Band NONE = own(Optional.empty(), Optional.empty(), Optional.empty());

    public Band {
        hints = List.copyOf(hints);
    }

    public static Band preview(String draft, List<PersonalHints.Hint> hints, boolean publishes, FormKind kind) {
        return new Band(
                Optional.of(draft),
                hints,
                publishes,
                Optional.of(kind),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public static Band own(Optional<String> change, Optional<String> time, Optional<String> withdraw) {
        return new Band(Optional.empty(), List.of(), false, Optional.empty(), change, time, withdraw);
    }

    public String hint(Frame frame, PersonalHints.Hint hint) {
        String field = kind.map(known -> frame.say("form." + known.code() + "." + hint.field()))
                .orElse("");
        return frame.say("hint." + hint.what(), field);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web.page;

import java.util.List;
import java.util.Optional;
import org.gorizont.node.accounts.Deed;

/**
 * Who did what on this node, newest first.
 *
 * @param from how many newer ones are not shown
 * @param total how many were ever noted
 * @param tampered number of the first line that does not follow from the one before
 */
public record HistoryPage(Frame frame, List<Deed> deeds, int from, long total, Optional<Long> tampered) {
    /** Lines of a page. */
    public static final int SIZE = 50;

    public HistoryPage {
        deeds = List.copyOf(deeds);
    }

    public String who(Deed deed) {
        if (deed.login().equals(Deed.COMMAND) && deed.account().isEmpty()) {
            return frame.say("history.command");
        }
        return deed.login().isEmpty() ? frame.say("history.nobody") : deed.login();
    }

    /** What was done, in words; of a later version of the program, its code. */
    public String what(Deed deed) {
        String key = "deed." + deed.what();
        return frame.words().has(key) ? frame.say(key) : deed.what();
    }

    public boolean hasNewer() {
        return from > 0;
    }

    public boolean hasOlder() {
        return !deeds.isEmpty() && deeds.getLast().number() > 1 && deeds.size() == SIZE;
    }

    public String newer() {
        return Links.HISTORY + "?from=" + Math.max(0, from - SIZE);
    }

    public String older() {
        return Links.HISTORY + "?from=" + (from + SIZE);
    }
}

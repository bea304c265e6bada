// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web.page;

import java.util.Set;

/** Something did not work: what happened, what is safe, what to do next. {@code status} is one for which there are words. */
public record ProblemPage(Frame frame, int status) {
    /** What these pages answer with on purpose. */
    public static final Set<Integer> KNOWN = Set.of(403, 404, 410, 413);
    /** Everything else that goes wrong. */
    public static final int OTHER = 503;

    public String title() {
        return frame.say("problem." + status + ".title");
    }

    public String text() {
        return frame.say("problem." + status + ".text");
    }

    public String next() {
        return frame.say("problem." + status + ".next");
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web.page;

/** Something did not work: what happened, what is safe, what to do next. {@code status} is 403, 404, 410 or 503. */
public record ProblemPage(Frame frame, int status) {
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

// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web.page;

import java.util.List;
import java.util.Optional;

/**
 * The recovery sheet, to be printed or copied.
 *
 * @param school what it calls itself
 * @param another whether somebody may hold one that was shown before and is worth nothing
 */
public record SheetStepPage(Frame frame, List<String> lines, QrPicture picture, String school, boolean another) {
    public SheetStepPage {
        lines = List.copyOf(lines);
    }

    @Override
    public String toString() {
        return "a recovery sheet";
    }

    /**
     * Reading it back.
     *
     * @param line that is asked for, from 1
     * @param refused key of the phrase that says why it is asked again
     */
    public record Check(Frame frame, int line, Optional<String> refused) {
        public Optional<String> problem() {
            return refused.map(frame::say);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web.page;

import java.util.Optional;
import org.gorizont.node.setup.Step;

/**
 * A step of the first start.
 *
 * @param refused key of the phrase that says why it is shown again
 */
public record StepPage(Frame frame, Step step, Optional<String> refused) {
    public Optional<String> problem() {
        return refused.map(frame::say);
    }

    /**
     * The school is made, and its node starts.
     *
     * @param ready address that leads on as soon as it answers
     */
    public record Starting(Frame frame, String ready) {}
}

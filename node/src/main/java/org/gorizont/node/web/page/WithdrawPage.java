// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web.page;

import java.util.Optional;

/**
 * Asks before a record is taken back.
 *
 * @param refused key of the phrase that says why it was not taken back a moment ago
 */
public record WithdrawPage(Frame frame, String address, String title, Optional<String> refused) {
    public Optional<String> problem() {
        return refused.map(frame::say);
    }
}

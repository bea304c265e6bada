// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web.page;

import java.util.Optional;
import org.gorizont.node.desk.FormKind;

/**
 * One of the first things to do on a new node.
 *
 * @param begin the form that does it, if whoever reads may
 * @param link where it is done, or where it says how, if whoever reads may
 */
public record FirstStep(What what, boolean done, Optional<FormKind> begin, Optional<String> link) {
    /** The steps, in their order. */
    public enum What {
        ACCOUNT,
        CARD,
        CENTRE,
        RESOURCE,
        PRACTICE,
        CIRCLE,
        BACKUP
    }

    /** Whether whoever reads may do it. */
    public boolean isOpen() {
        return !done && (begin.isPresent() || link.isPresent());
    }

    /** Not every school has a centre: the list does not wait for it. */
    public boolean isAwaited() {
        return !done && what != What.CENTRE;
    }
}

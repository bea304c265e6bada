// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.readmodel;

import java.util.List;
import org.gorizont.protocol.domain.Card;
import org.gorizont.protocol.domain.Kinds;
import org.gorizont.protocol.model.Kind;

/**
 * Something that another school has published.
 *
 * @param kind a practice, a resource or the card of a school
 */
public record News(Kind kind, Listed<Card> what) {
    static final List<Kind> KINDS = List.of(Kinds.PRACTICE, Kinds.RESOURCE, Kinds.SCHOOL);

    static boolean isAbout(Kind kind) {
        return KINDS.stream().anyMatch(known -> known.type().equals(kind.type()));
    }
}

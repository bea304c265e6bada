// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.readmodel;

import org.gorizont.protocol.domain.Card;
import org.gorizont.protocol.model.Kind;

/**
 * Something that another school has published.
 *
 * @param kind a practice, a resource or the card of a school
 */
public record News(Kind kind, Listed<Card> what) {}

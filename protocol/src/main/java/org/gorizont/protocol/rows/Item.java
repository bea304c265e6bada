// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.rows;

import java.util.Optional;
import org.gorizont.protocol.domain.Card;
import org.gorizont.protocol.model.RecordId;

/**
 * A record that a table asks for.
 *
 * @param line of its first row
 * @param takesBack a record that says the opposite: while that stands, this one is published again, and that withdrawn
 */
public record Item(RecordId record, Card card, long line, Optional<RecordId> takesBack) {}

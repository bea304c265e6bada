// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.frame;

import java.util.List;
import org.gorizont.protocol.model.LineageStatement;
import org.gorizont.protocol.model.Signed;

/** Newest starts of schools: a school that hears of one that it has not made has a second machine, or an old store. */
public record Lineages(List<Signed<LineageStatement>> statements) implements Frame {
    public Lineages {
        statements = List.copyOf(statements);
    }
}

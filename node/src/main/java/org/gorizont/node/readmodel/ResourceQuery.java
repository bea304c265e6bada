// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.readmodel;

import java.util.Optional;
import org.gorizont.protocol.model.SchoolId;

/** Which resources; what is empty does not narrow. {@code kind} is a code of the vocabulary {@code resource-kinds}. */
public record ResourceQuery(Optional<SchoolId> school, Optional<String> kind) {
    public static final ResourceQuery ALL = new ResourceQuery(Optional.empty(), Optional.empty());

    public static ResourceQuery ofSchool(SchoolId id) {
        return new ResourceQuery(Optional.of(id), Optional.empty());
    }

    public static ResourceQuery ofKind(String kind) {
        return new ResourceQuery(Optional.empty(), Optional.of(kind));
    }
}

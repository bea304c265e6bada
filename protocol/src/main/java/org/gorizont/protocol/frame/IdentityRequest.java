// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.frame;

import java.util.List;
import org.gorizont.protocol.model.SchoolId;

/** Asks for the identity chains of schools whose heads cannot be checked yet. */
public record IdentityRequest(List<SchoolId> schools) implements Frame {
    public IdentityRequest {
        schools = List.copyOf(schools);
    }
}

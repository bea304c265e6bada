// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.core;

import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.CircleId;

/** An invitation that was made here and not used yet. LOCAL. */
public record OpenInvitation(CircleId circle, Bytes secret, Bytes salt) {
    @Override
    public String toString() {
        return "OpenInvitation[" + circle + "]";
    }
}

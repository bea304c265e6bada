// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.runtime;

import org.gorizont.protocol.core.Outcome;
import org.gorizont.protocol.core.RequestId;

/** Where answers to this school's own people go. Does not block. */
@FunctionalInterface
public interface Replies {
    void reply(RequestId request, Outcome outcome);
}

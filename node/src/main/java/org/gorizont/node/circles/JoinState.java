// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.circles;

import org.gorizont.protocol.core.Refusal;

/** How far an attempt to join has come. */
public sealed interface JoinState {
    /** The inviting school is asked. */
    record Asked() implements JoinState {}

    /** It does not answer now; the node goes on trying. */
    record Unreachable() implements JoinState {}

    /** Admitted by some; {@code missing} more have to. */
    record Sponsored(int missing) implements JoinState {}

    record Joined() implements JoinState {}

    record Refused(Refusal why, String detail) implements JoinState {}

    /** Whether nothing more comes of this attempt. */
    default boolean isDecided() {
        return switch (this) {
            case Asked _, Unreachable _ -> false;
            case Sponsored _, Joined _, Refused _ -> true;
        };
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.circles;

import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.Outcome;
import org.gorizont.protocol.core.RequestId;

/** Port: the node's loop. For any thread; never blocks. */
@FunctionalInterface
public interface CircleLoop {
    /** @return completes with the reply; exceptionally when the loop has ended, or with a TimeoutException when nobody has decided */
    CompletionStage<Outcome> ask(Function<RequestId, Input> question);
}

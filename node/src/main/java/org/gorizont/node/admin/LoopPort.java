// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.admin;

import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.Outcome;
import org.gorizont.protocol.core.RequestId;

/** Port: the node's loop. For any thread; never blocks. */
public interface LoopPort {
    /**
     * Gives the loop an input that asks for something.
     *
     * @return completes with the reply; exceptionally when the loop has ended
     */
    CompletionStage<Outcome> ask(Function<RequestId, Input> input);
}

// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.admin;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.Outcome;
import org.gorizont.protocol.core.RequestId;

/** A loop that notes its inputs and replies as a test says. */
final class LoopDouble implements LoopPort {
    final List<Input> inputs = new CopyOnWriteArrayList<>();
    private final Function<Input, CompletionStage<Outcome>> replies;

    LoopDouble(Function<Input, CompletionStage<Outcome>> replies) {
        this.replies = replies;
    }

    static LoopDouble replying(Function<Input, Outcome> replies) {
        return new LoopDouble(input -> CompletableFuture.completedFuture(replies.apply(input)));
    }

    @Override
    public CompletionStage<Outcome> ask(Function<RequestId, Input> input) {
        Input asked = input.apply(new RequestId(inputs.size()));
        inputs.add(asked);
        return replies.apply(asked);
    }
}

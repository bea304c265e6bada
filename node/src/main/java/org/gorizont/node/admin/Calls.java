// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.admin;

import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.LogStore.StoreUnreadable;
import org.gorizont.protocol.core.Outcome;
import org.gorizont.protocol.core.RequestId;

/** Runs calls to their end: every way out is an answer or a status that the command can explain. */
final class Calls {
    /** A loop that has not answered by then is stuck on its disk; the call fails, the input may still be carried out. */
    private static final int ANSWER_SECONDS = 60;

    private Calls() {}

    /** What a call does; it may block. */
    interface Work {
        void run() throws BadRequest, CatchingUp, InterruptedException;
    }

    /** What a call with one answer does. */
    interface Question<A> {
        A answer() throws BadRequest, InterruptedException;
    }

    static <A> void answer(StreamObserver<A> caller, Question<A> question) {
        run(caller, () -> {
            caller.onNext(question.answer());
            caller.onCompleted();
        });
    }

    static void run(StreamObserver<?> caller, Work work) {
        try {
            work.run();
        } catch (BadRequest e) {
            caller.onError(
                    Status.INVALID_ARGUMENT.withDescription(e.getMessage()).asRuntimeException());
        } catch (UncheckedIOException | StoreUnreadable e) {
            caller.onError(Status.DATA_LOSS
                    .withDescription("the disk cannot be read: " + e.getMessage())
                    .asRuntimeException());
        } catch (CatchingUp e) {
            caller.onError(Status.ABORTED.withDescription(e.getMessage()).asRuntimeException());
        } catch (NodeEnding e) {
            caller.onError(Status.UNAVAILABLE.withDescription(e.getMessage()).asRuntimeException());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            caller.onError(
                    Status.UNAVAILABLE.withDescription("the node is stopping").asRuntimeException());
        }
    }

    /** Asks the loop and waits. */
    static Outcome ask(LoopPort loop, Function<RequestId, Input> input) throws InterruptedException {
        return await(loop.ask(input));
    }

    /** Waits for an answer of the loop. */
    static Outcome await(CompletionStage<Outcome> answer) throws InterruptedException {
        try {
            return answer.toCompletableFuture().get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new NodeEnding("the node is busy or stopping", e);
        } catch (TimeoutException e) {
            throw new NodeEnding("the node does not answer; the outcome is unknown", e);
        }
    }

    /** The read models are behind the disk; asking again helps. Answered with ABORTED. */
    static final class CatchingUp extends Exception {
        private static final long serialVersionUID = 1L;

        CatchingUp() {
            super("the read models are still catching up");
        }
    }

    /** The node does not answer now. */
    static final class NodeEnding extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NodeEnding(String what, Throwable cause) {
            super(what, cause);
        }
    }
}

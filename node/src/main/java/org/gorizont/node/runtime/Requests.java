// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.runtime;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.Outcome;
import org.gorizont.protocol.core.RequestId;

/**
 * Questions of this school's own people that wait for their answer. Numbers them, hands them to the loop, and gives the
 * first answer of each to whoever asked. Safe for all threads.
 */
public final class Requests implements Replies {
    /** Requests without an answer; a further one is refused. */
    public static final int MAX_OPEN = 1_024;

    private final Inbox inbox;
    private final AtomicLong lastNumber = new AtomicLong();
    private final AtomicInteger open = new AtomicInteger();
    private final Map<RequestId, CompletableFuture<Outcome>> waiting = new ConcurrentHashMap<>();

    public Requests(Inbox inbox) {
        this.inbox = inbox;
    }

    /**
     * Asks the replica.
     *
     * @param question makes the input out of its number
     * @param patience then the future fails with a TimeoutException; the request itself goes on
     * @throws Busy if there is no room
     */
    public CompletableFuture<Outcome> ask(Function<RequestId, Input> question, Duration patience) throws Busy {
        RequestId request = new RequestId(lastNumber.incrementAndGet());
        CompletableFuture<Outcome> answer = new CompletableFuture<>();
        if (open.incrementAndGet() > MAX_OPEN) {
            open.decrementAndGet();
            throw new Busy();
        }
        waiting.put(request, answer);
        if (!inbox.offer(question.apply(request))) {
            forget(request);
            throw new Busy();
        }
        return answer.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS).whenComplete((_, _) -> forget(request));
    }

    @Override
    public void reply(RequestId request, Outcome outcome) {
        CompletableFuture<Outcome> answer = waiting.get(request);
        if (answer != null) {
            answer.completeAsync(() -> outcome);
        }
    }

    private void forget(RequestId request) {
        if (waiting.remove(request) != null) {
            open.decrementAndGet();
        }
    }
}

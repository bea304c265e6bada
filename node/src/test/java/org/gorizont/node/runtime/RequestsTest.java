// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.Outcome;
import org.gorizont.protocol.core.Refusal;
import org.gorizont.protocol.core.RequestId;
import org.junit.jupiter.api.Test;

final class RequestsTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final Inbox inbox = new Inbox();
    private final Requests requests = new Requests(inbox);

    @Test
    void givesEachAnswerToWhoeverAsked() throws Exception {
        CompletableFuture<Outcome> first = requests.ask(Input.StatusAsked::new, LONG);
        CompletableFuture<Outcome> second = requests.ask(Input.StatusAsked::new, LONG);
        Outcome answer = new Outcome.Refused(Refusal.TOO_LARGE, "");

        requests.reply(nextRequest(), new Outcome.Refused(Refusal.NOT_A_MEMBER, ""));
        requests.reply(nextRequest(), answer);

        assertEquals(answer, second.get());
        assertEquals(Refusal.NOT_A_MEMBER, ((Outcome.Refused) first.get()).refusal());
    }

    @Test
    void isBusyWhenTheInboxHasNoRoom() throws Exception {
        for (int i = 0; i < Inbox.REQUESTS; i++) {
            assertFalse(requests.ask(Input.StatusAsked::new, LONG).isDone());
        }

        assertThrows(Busy.class, () -> requests.ask(Input.StatusAsked::new, LONG));
    }

    @Test
    void doesNotWaitForEver() throws Exception {
        CompletableFuture<Outcome> answer = requests.ask(Input.StatusAsked::new, Duration.ofMillis(1));

        ExecutionException failure = assertThrows(ExecutionException.class, answer::get);

        assertInstanceOf(TimeoutException.class, failure.getCause());
        requests.reply(nextRequest(), new Outcome.Refused(Refusal.TOO_LARGE, "too late"));
    }

    private RequestId nextRequest() throws InterruptedException {
        return ((Input.StatusAsked) Objects.requireNonNull(inbox.take(0))).request();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.publishing;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.gorizont.node.readmodel.Catalogue;
import org.gorizont.node.readmodel.RecordKey;
import org.gorizont.node.readmodel.RecordVersion;
import org.gorizont.protocol.core.Draft;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.Outcome;
import org.gorizont.protocol.core.RequestId;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.Kind;
import org.gorizont.protocol.model.RecordId;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Scope;
import org.gorizont.protocol.model.Verb;

/** Publishes records of this school's catalogue through the loop, as the command does. For any thread. */
public final class Publisher {
    private static final int ANSWER_SECONDS = 60;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final SchoolId self;
    private final Loop loop;
    private final Catalogue catalogue;
    private final CaughtUp readSide;
    private final IntFunction<Bytes> fresh;

    public Publisher(SchoolId self, Loop loop, Catalogue catalogue, CaughtUp readSide, IntFunction<Bytes> fresh) {
        this.self = self;
        this.loop = loop;
        this.catalogue = catalogue;
        this.readSide = readSide;
        this.fresh = fresh;
    }

    /** Port: the node's loop. For any thread; never blocks. */
    public interface Loop {
        CompletionStage<Outcome> ask(Function<RequestId, Input> question);
    }

    /** Port: waits until the read models answer with all that was on disk at the call. */
    public interface CaughtUp {
        boolean await(Duration patience) throws InterruptedException;
    }

    /** The node did not answer in time, or is stopping; whether it has published is not known. */
    public static final class NoAnswer extends Exception {
        private static final long serialVersionUID = 1L;

        NoAnswer(Throwable cause) {
            super(cause);
        }
    }

    public SchoolId self() {
        return self;
    }

    /** What the own log says of a record now, withdrawn or not; as far as the read models have come in a few seconds. */
    public Optional<RecordVersion> standing(RecordId record) throws InterruptedException {
        readSide.await(PATIENCE);
        return catalogue.version(RecordKey.inCatalogue(self, record));
    }

    /** What would state a record anew, or for the first time. */
    public Draft put(Kind kind, RecordId record, Bytes content) throws UnfitContent, InterruptedException {
        boolean stands = standing(record).filter(version -> !version.ends()).isPresent();
        return OwnDraft.of(kind, record, stands ? Verb.REPLACE : Verb.PUT, Optional.of(content), fresh);
    }

    /** What would take a record back. */
    public Draft withdraw(Kind kind, RecordId record) throws UnfitContent {
        return OwnDraft.of(kind, record, Verb.WITHDRAW, Optional.empty(), fresh);
    }

    /** All of them under one signed head, or none. */
    public Outcome publish(List<Draft> drafts) throws NoAnswer, InterruptedException {
        try {
            return loop.ask(id -> new Input.Published(id, Channel.CATALOGUE, Scope.everyCircle(), drafts))
                    .toCompletableFuture()
                    .get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new NoAnswer(e);
        }
    }
}

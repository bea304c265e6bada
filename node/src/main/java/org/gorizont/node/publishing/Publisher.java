// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.publishing;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.gorizont.node.readmodel.Catalogue;
import org.gorizont.node.readmodel.RecordKey;
import org.gorizont.node.readmodel.RecordVersion;
import org.gorizont.node.readmodel.TimeStatement;
import org.gorizont.node.readmodel.Timetable;
import org.gorizont.protocol.codec.RecordCodec;
import org.gorizont.protocol.core.Draft;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.Outcome;
import org.gorizont.protocol.core.RequestId;
import org.gorizont.protocol.domain.Kinds;
import org.gorizont.protocol.domain.Slot;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Kind;
import org.gorizont.protocol.model.RecordId;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Scope;
import org.gorizont.protocol.model.Verb;

/** Publishes records of this school through the loop, as the command does. For any thread. */
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
        readSide.await(PATIENCE);
        return put(RecordKey.inCatalogue(self, record), kind, content);
    }

    /** The same for a record of any log of this school. */
    private Draft put(RecordKey key, Kind kind, Bytes content) throws UnfitContent {
        boolean stands =
                catalogue.version(key).filter(version -> !version.ends()).isPresent();
        return OwnDraft.of(kind, key.record(), stands ? Verb.REPLACE : Verb.PUT, Optional.of(content), fresh);
    }

    /** When a resource is free, as the own logs say now. */
    public Timetable time(RecordId resource) throws InterruptedException {
        readSide.await(PATIENCE);
        return catalogue.availability(self, resource);
    }

    /**
     * What one circle has to be told, so that these days of a resource stand there as they are given.
     *
     * @param days with what is said of their lessons; an empty day takes back what was said of it
     * @return empty when they stand so already
     */
    public List<Draft> timeIn(CircleId circle, RecordId resource, String zone, SequencedMap<LocalDate, List<Slot>> days)
            throws UnfitContent, InterruptedException {
        readSide.await(PATIENCE);
        List<TimeStatement> said = catalogue.statements(self, resource).stream()
                .filter(statement -> statement.key().scope().equals(Scope.of(circle)))
                .toList();
        List<Draft> drafts = new ArrayList<>();
        for (TimePlan.Change change : new TimePlan(resource, zone, said).changes(days)) {
            RecordKey key = new RecordKey(self, Channel.CALENDAR, Scope.of(circle), change.record());
            drafts.add(
                    change.card().isEmpty()
                            ? withdraw(Kinds.AVAILABILITY, change.record())
                            : put(
                                    key,
                                    Kinds.AVAILABILITY,
                                    RecordCodec.encode(change.card().get())));
        }
        return drafts;
    }

    /** What would take a record back. */
    public Draft withdraw(Kind kind, RecordId record) throws UnfitContent {
        return OwnDraft.of(kind, record, Verb.WITHDRAW, Optional.empty(), fresh);
    }

    /** Publishes in the catalogue: all of them under one signed head, or none. */
    public Outcome publish(List<Draft> drafts) throws NoAnswer, InterruptedException {
        return publish(Channel.CATALOGUE, Scope.everyCircle(), drafts);
    }

    /** The same in the calendar of one circle. */
    public Outcome publishIn(CircleId circle, List<Draft> drafts) throws NoAnswer, InterruptedException {
        return publish(Channel.CALENDAR, Scope.of(circle), drafts);
    }

    private Outcome publish(Channel channel, Scope scope, List<Draft> drafts) throws NoAnswer, InterruptedException {
        try {
            return loop.ask(id -> new Input.Published(id, channel, scope, drafts))
                    .toCompletableFuture()
                    .get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new NoAnswer(e);
        }
    }
}

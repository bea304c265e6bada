// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.runtime;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.gorizont.node.storage.DiskSpace;
import org.gorizont.protocol.core.Change;
import org.gorizont.protocol.core.Effect;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.LinkId;
import org.gorizont.protocol.core.Outcome;
import org.gorizont.protocol.core.RequestId;
import org.gorizont.protocol.core.Timer;
import org.gorizont.protocol.frame.Frame;
import org.gorizont.protocol.frame.Reason;
import org.gorizont.protocol.frame.Unknown;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.PublicKey;
import org.gorizont.protocol.model.Scope;
import org.gorizont.protocol.model.Way;

/** A loop around a scripted replica: each published input is persisted, answered and sent; all is traced. */
final class LoopScene implements AutoCloseable, LinkPort {
    private static final CircleId NORTH = CircleId.ofHex("00".repeat(32));

    final List<String> trace = new CopyOnWriteArrayList<>();
    final ScriptedStore store = new ScriptedStore(trace::add);
    final AtomicLong freeBytes = new AtomicLong(Long.MAX_VALUE);
    final Inbox inbox = new Inbox();
    final List<Integer> stops = new CopyOnWriteArrayList<>();
    final ReplicaLoop loop;

    LoopScene() {
        this(LoopScene::publishAndTell);
    }

    LoopScene(Core core) {
        Core traced = (input, now) -> {
            trace.add("handle " + name(input));
            return core.handle(input, now);
        };
        DiskSpace space = freeBytes::get;
        Ports ports = new Ports(
                this,
                (timer, _) -> trace.add("schedule " + timer),
                (request, outcome) -> trace.add("reply " + request.number() + " " + name(outcome)),
                arrival -> trace.add("deliver " + arrival),
                new LineagePort() {
                    @Override
                    public void restored(boolean restored) {
                        trace.add("restored " + restored);
                    }

                    @Override
                    public void counted(long startCounter) {
                        trace.add("counted " + startCounter);
                    }
                });
        loop = new ReplicaLoop(
                traced,
                store,
                inbox,
                ports,
                () -> Instant.EPOCH,
                space,
                new Pauses(Duration.ofMillis(5), Duration.ofMillis(10)),
                (code, _, _) -> stops.add(code));
    }

    static List<Effect> publishAndTell(Input input, Instant now) {
        if (!(input instanceof Input.Published published)) {
            return List.of();
        }
        RequestId request = published.request();
        return List.of(
                new Effect.Persist(List.of(new Change.JoinEnded(NORTH))),
                new Effect.Reply(request, new Outcome.Founded(NORTH)),
                new Effect.Deliver(request.number()),
                new Effect.Send(new LinkId(1), new Unknown(99)));
    }

    static Input published(long number) {
        return new Input.Published(new RequestId(number), Channel.CONTROL, Scope.everyCircle(), List.of());
    }

    static Input frame(long link) {
        return new Input.FrameReceived(new LinkId(link), new Unknown(99));
    }

    void awaitTraced(String line) {
        await().until(() -> trace.contains(line));
    }

    /** Lines so far that begin with one of these words. */
    List<String> traced(String... words) {
        List<String> found = new ArrayList<>();
        for (String line : trace) {
            if (List.of(words).contains(line.split(" ", 2)[0])) {
                found.add(line);
            }
        }
        return found;
    }

    private static String name(Input input) {
        return switch (input) {
            case Input.Published published -> "published " + published.request().number();
            case Input.FrameReceived received -> "frame " + received.link().number();
            default -> input.getClass().getSimpleName();
        };
    }

    private static String name(Outcome outcome) {
        return outcome instanceof Outcome.Refused refused
                ? refused.refusal().name()
                : outcome.getClass().getSimpleName();
    }

    @Override
    public void send(LinkId link, Frame frame) {
        trace.add("send");
    }

    @Override
    public void disconnect(LinkId link, Reason reason, String text) {
        trace.add("disconnect");
    }

    @Override
    public void dial(Way way, Optional<PublicKey> expected) {
        trace.add("dial");
    }

    @Override
    public void taken(Input input) {
        trace.add("taken " + name(input));
    }

    @Override
    public void close() {
        loop.close();
    }

    static Input timer() {
        return new Input.TimerFired(Timer.POLL);
    }
}

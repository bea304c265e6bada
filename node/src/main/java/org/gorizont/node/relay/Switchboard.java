// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.relay;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.util.ReferenceCountUtil;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gorizont.protocol.frame.RelayPreamble;
import org.gorizont.protocol.model.Bytes;

/**
 * Who is at the relay, and who is joined with whom. One thread owns it and all its connections.
 *
 * <pre>
 * stranger --preamble, waiting--&gt; parked --called--&gt; pair
 * stranger --preamble, calling--&gt; pair, or closed: nobody waits with this token
 * stranger, parked, pair --limit, time--&gt; closed
 * </pre>
 */
final class Switchboard {
    private final RelayLimits limits;
    private final Counts counts;
    private final Census strangers;
    private final Census calls;
    private final Map<Channel, Long> since = new LinkedHashMap<>();
    private final WaitingRoom waiting;
    private final Set<Pair> pairs = new LinkedHashSet<>();

    Switchboard(RelayLimits limits, Counts counts) {
        this.limits = limits;
        this.counts = counts;
        this.strangers = new Census(limits.strangers(), limits.strangersOfAddress());
        this.calls = new Census(limits.pairs(), limits.pairsOfAddress());
        this.waiting = new WaitingRoom(limits, counts);
    }

    /** A connection was accepted. */
    void accepted(Channel channel) {
        counts.accepted.increment();
        if (!strangers.enter(channel)) {
            refuse(channel);
            return;
        }
        since.put(channel, System.nanoTime());
        var _ = channel.closeFuture().addListener(_ -> known(channel));
        channel.pipeline().addLast(new Knocking(this));
    }

    /** A stranger has said its preamble; {@code behind} is what came after it. */
    void said(Channel channel, RelayPreamble preamble, ByteBuf behind) {
        known(channel);
        if (!preamble.waiting()) {
            call(channel, preamble.token(), behind);
            return;
        }
        boolean silent = !behind.isReadable();
        ReferenceCountUtil.release(behind);
        if (silent) {
            park(new Parked(channel, preamble.token()));
        } else {
            unreadable(channel);
        }
    }

    /** A stranger has said something that is no preamble. */
    void unreadable(Channel channel) {
        counts.unreadable.increment();
        var _ = channel.close();
    }

    /** Looks at the clock; called again and again. */
    void tick() {
        long now = System.nanoTime();
        for (Map.Entry<Channel, Long> stranger : List.copyOf(since.entrySet())) {
            if (now - stranger.getValue() > limits.times().preamble().toNanos()) {
                unreadable(stranger.getKey());
            }
        }
        for (Parked parked : waiting.before(now - limits.times().parked().toNanos())) {
            var _ = parked.channel.close();
        }
        long idle = limits.times().idle().toNanos();
        List.copyOf(pairs).forEach(pair -> pair.check(now, idle));
    }

    private void park(Parked parked) {
        if (!waiting.enter(parked)) {
            refuse(parked.channel);
            return;
        }
        parked.channel.pipeline().addLast(parked);
        var _ = parked.channel.closeFuture().addListener(_ -> waiting.leave(parked));
    }

    private void call(Channel caller, Bytes token, ByteBuf first) {
        if (!calls.enter(caller)) {
            ReferenceCountUtil.release(first);
            refuse(caller);
            return;
        }
        var _ = caller.closeFuture().addListener(_ -> calls.leave(caller));
        Optional<Parked> parked = waiting.call(token);
        if (parked.isEmpty()) {
            counts.calledInVain.increment();
            ReferenceCountUtil.release(first);
            var _ = caller.close();
            return;
        }
        Channel called = parked.get().channel;
        called.pipeline().remove(parked.get());
        Pair pair = new Pair(caller, called, counts, limits.bytesPerSecond());
        pairs.add(pair);
        counts.joined.increment();
        counts.pairs.increment();
        var _ = caller.closeFuture().addListener(_ -> parted(pair));
        pair.begin(first);
    }

    private void parted(Pair pair) {
        if (pairs.remove(pair)) {
            counts.pairs.decrement();
        }
    }

    /** No stranger any more. */
    private void known(Channel channel) {
        if (since.remove(channel) != null) {
            strangers.leave(channel);
        }
    }

    private void refuse(Channel channel) {
        counts.refused.increment();
        var _ = channel.close();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.runtime;

import org.gorizont.protocol.core.Effect;

/** The world around the core: where effects go once everything of their turn is on disk. */
public record Ports(LinkPort links, TimerPort timers, Replies replies, Deliveries deliveries, LineagePort lineage) {
    void carryOut(Effect effect) {
        switch (effect) {
            case Effect.Persist persist ->
                throw new IllegalStateException("changes are staged, not carried out: " + persist);
            case Effect.Reply reply -> replies.reply(reply.request(), reply.outcome());
            case Effect.Deliver deliver -> deliveries.delivered(deliver.arrival());
            case Effect.Send send -> links.send(send.link(), send.frame());
            case Effect.Schedule schedule -> timers.schedule(schedule.timer(), schedule.at());
            case Effect.MarkRestored(boolean restored) -> lineage.restored(restored);
            case Effect.StartsCounted(long startCounter) -> lineage.counted(startCounter);
            case Effect.Dial dial -> links.dial(dial.way(), dial.expected());
            case Effect.Disconnect disconnect ->
                links.disconnect(disconnect.link(), disconnect.reason(), disconnect.text());
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web.page;

import java.util.List;
import org.gorizont.node.readmodel.Freshness;
import org.gorizont.node.web.text.Wording;
import org.gorizont.protocol.core.ReplicaStatus;
import org.gorizont.protocol.core.ReplicaStatus.Why;
import org.gorizont.protocol.model.Channel;

/**
 * How a school is reached, in words.
 *
 * @param tone for the eye only; the words say the same
 * @param behind one line for each log that is not wholly here
 * @param complete what to say when there is no such log
 */
public record Contact(String heard, Tone tone, List<String> behind, String complete) {
    public Contact {
        behind = List.copyOf(behind);
    }

    static Contact of(Wording words, Freshness.Heard heard) {
        List<String> behind =
                heard.behind().stream().map(log -> line(words, log)).toList();
        String complete = words.say("behind.nothing");
        if (heard.self()) {
            return new Contact(words.say("heard.self"), Tone.GOOD, behind, words.say("behind.own"));
        } else if (heard.connected()) {
            return new Contact(words.say("heard.now"), Tone.GOOD, behind, complete);
        }
        return heard.lastHeard()
                .map(last -> new Contact(words.say("heard.at", words.dateAndTime(last)), Tone.AWAY, behind, complete))
                .orElseGet(
                        () -> new Contact(words.say("heard.never"), Tone.NEVER, behind, words.say("behind.unknown")));
    }

    private static String line(Wording words, ReplicaStatus.Behind behind) {
        String channel = channel(words, behind.log().channel());
        String why = words.say("behind." + behind.why());
        return behind.why() == Why.BODIES_MISSING
                ? words.say("behind.bodies", channel, why)
                : words.say("behind.line", channel, behind.held(), behind.known(), why);
    }

    private static String channel(Wording words, Channel channel) {
        boolean known = channel.equals(Channel.CONTROL)
                || channel.equals(Channel.CATALOGUE)
                || channel.equals(Channel.CALENDAR);
        return known
                ? words.say("behind.channel." + channel.number())
                : words.say("behind.channel.other", channel.number());
    }

    /** Colour of the mark beside the words. */
    public enum Tone {
        GOOD,
        AWAY,
        NEVER
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web.page;

import java.util.List;
import java.util.stream.Stream;
import org.gorizont.node.readmodel.Freshness;
import org.gorizont.node.web.text.Wording;
import org.gorizont.protocol.core.ReplicaStatus;
import org.gorizont.protocol.core.ReplicaStatus.Room;
import org.gorizont.protocol.core.ReplicaStatus.Why;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.Way;

/**
 * How a school is reached, in words.
 *
 * @param tone for the eye only; the words say the same
 * @param behind one line for each log that is not wholly here
 * @param complete what to say when there is no such log
 * @param how by which connection, or that there is none
 * @param ways one line for each way that failed: why, and when it is tried again
 */
public record Contact(String heard, Tone tone, List<String> behind, String complete, String how, List<String> ways) {
    public Contact {
        behind = List.copyOf(behind);
        ways = List.copyOf(ways);
    }

    static Contact of(Wording words, Freshness.Heard heard) {
        List<String> behind = Stream.concat(
                        heard.behind().stream().map(log -> line(words, log)),
                        Stream.of(heard.room())
                                .filter(room -> room != Room.ENOUGH)
                                .map(room -> words.say("room." + room)))
                .toList();
        String complete = words.say("behind.nothing");
        if (heard.self()) {
            return new Contact(words.say("heard.self"), Tone.GOOD, behind, words.say("behind.own"), "", List.of());
        }
        if (heard.reach().how() == ReplicaStatus.How.APART) {
            return new Contact(words.say("heard.apart"), Tone.NEVER, behind, words.say("behind.apart"), "", List.of());
        }
        String how = words.say("how." + heard.reach().how());
        if (heard.connected()) {
            return new Contact(words.say("heard.now"), Tone.GOOD, behind, complete, how, List.of());
        }
        List<String> ways = heard.reach().attempts().stream()
                .filter(attempt -> attempt.problem().isPresent())
                .map(attempt -> line(words, attempt))
                .toList();
        return heard.lastHeard()
                .map(last -> new Contact(
                        words.say("heard.at", words.dateAndTime(last)), Tone.AWAY, behind, complete, how, ways))
                .orElseGet(() -> new Contact(
                        words.say("heard.never"), Tone.NEVER, behind, words.say("behind.unknown"), how, ways));
    }

    private static String line(Wording words, ReplicaStatus.Attempt attempt) {
        String problem = words.say("problem." + attempt.problem().orElseThrow());
        String key = attempt.way() instanceof Way.Relayed ? "way.relayed" : "way.direct";
        String said = words.say(key, attempt.way().dialled(), problem);
        return attempt.nextTry()
                .map(next -> words.say("way.again", said, words.dateAndTime(next)))
                .orElse(said);
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

// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.gorizont.cli.demo.membership.Membership;
import org.gorizont.cli.demo.nine.NineSchools;
import org.gorizont.cli.demo.stage.Network;
import org.gorizont.cli.text.Messages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The words of all stories. */
final class NetworksTest {
    private static final Pattern PLACE = Pattern.compile("\\{[0-9]}");
    private static final int READABLE = 180;

    record Words(Network network, Messages russian, Messages english) {
        static Words of(Network network) {
            String bundle = network.getClass().getPackageName() + ".story";
            return new Words(
                    network, new Messages(bundle, Messages.Language.RU), new Messages(bundle, Messages.Language.EN));
        }
    }

    static List<Words> stories() {
        return List.of(Words.of(new NineSchools()), Words.of(new Membership()));
    }

    @ParameterizedTest
    @MethodSource("stories")
    void bothLanguagesHaveTheSameWordsWithTheSamePlaces(Words words) {
        assertEquals(
                new TreeSet<>(words.russian.bundle().keySet()),
                new TreeSet<>(words.english.bundle().keySet()));
        for (String key : words.russian.bundle().keySet()) {
            assertEquals(places(words.russian, key), places(words.english, key), key);
        }
    }

    @ParameterizedTest
    @MethodSource("stories")
    void everyStepHasAnIdOfItsOwnAndSaysWhatIsExpectedAndWhatWasSeen(Words words) {
        List<String> steps = words.network.steps();
        assertEquals(steps.size(), new HashSet<>(steps).size());
        for (String step : steps) {
            assertTrue(words.russian.has("expected." + step), step);
            assertTrue(words.russian.has(step), step);
            assertTrue(words.russian.of(step).length() < READABLE, step);
        }
    }

    private static List<String> places(Messages messages, String key) {
        return PLACE.matcher(messages.bundle().getString(key))
                .results()
                .map(place -> place.group())
                .distinct()
                .sorted()
                .toList();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.text;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Mistakes in the settings of a node, in words.
 *
 * @param mistakes each as kind, key and values
 */
public record SettingWords(List<List<String>> mistakes) implements Failure.Spoken {
    public SettingWords {
        mistakes = List.copyOf(mistakes);
    }

    @Override
    public String in(Messages say) {
        return mistakes.stream().map(mistake -> of(mistake, say)).collect(Collectors.joining("; "));
    }

    /** One mistake. */
    public static String of(List<String> mistake, Messages say) {
        String key = "setting." + mistake.getFirst();
        // A newer node; it knows more than this command.
        return say.has(key) ? say.of(key, mistake.subList(1, mistake.size()).toArray()) : String.join(" ", mistake);
    }
}

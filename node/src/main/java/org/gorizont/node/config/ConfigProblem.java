// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.config;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One mistake in the settings. Commands have words for it in the language of whoever reads; here it is said in English.
 *
 * @param key the setting, with its table; empty where the mistake is one of the whole file
 * @param values for the words, in the order of their places behind the key
 */
public record ConfigProblem(Kind kind, String key, List<String> values) {
    public ConfigProblem {
        values = List.copyOf(values);
    }

    /** What is wrong; place 1 is the key. */
    public enum Kind {
        NOT_A_TABLE("%1$s is not a table; write [%1$s] above its settings"),
        /** (least, most). */
        NOT_A_NUMBER("%1$s is not a whole number from %2$s to %3$s"),
        NOT_A_ZONE("%1$s is not a time zone; write \"Asia/Novokuznetsk\""),
        NOT_A_PATH("%1$s is not a whole path; write '/media/backup' or 'D:\\backup', in single quotes"),
        NOT_A_SWITCH("%1$s is neither true nor false"),
        NOT_A_LIST("%1$s is not a list; write [\"host:port\"]"),
        NOT_TEXT("%1$s is not text in quotes"),
        /** (why, in English). */
        NOT_AN_ADDRESS("%1$s is not host:port (%2$s)"),
        /** (the known key that looks most like it). */
        NOT_KNOWN("%1$s is not known. Did you mean %2$s?"),
        THIS_COMPUTER("%1$s names this very machine, where nobody else can dial it"),
        /** (bytes). */
        TOO_LONG("the file is longer than %2$s bytes"),
        /** (why). */
        UNREADABLE("cannot be read: %2$s"),
        /** (line, 0 if it is not known; why, in English). */
        NOT_TOML("line %2$s: %3$s");

        private final String english;

        Kind(String english) {
            this.english = english;
        }
    }

    static ConfigProblem of(Kind kind, String key, Object... values) {
        return new ConfigProblem(
                kind, key, Stream.of(values).map(String::valueOf).toList());
    }

    /** Kind, key and values: for programs that have words. */
    public List<String> parts() {
        List<String> parts = new ArrayList<>(List.of(kind.name(), key));
        parts.addAll(values);
        return parts;
    }

    @Override
    public String toString() {
        return kind.english.formatted(
                Stream.concat(Stream.of(key), values.stream()).toArray());
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/** The phrases of the pages, one file a language; {@code {0}} and the like stand for what is put in. */
final class Phrases {
    private static final Map<Language, Phrases> ALL = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            ALL.put(language, read(language));
        }
    }

    private final Properties byKey;

    private Phrases(Properties byKey) {
        this.byKey = byKey;
    }

    static Phrases in(Language language) {
        Phrases phrases = ALL.get(language);
        if (phrases == null) {
            throw new IllegalStateException("no phrases in " + language);
        }
        return phrases;
    }

    Set<String> keys() {
        return byKey.stringPropertyNames();
    }

    String say(String key, Object... values) {
        String phrase = byKey.getProperty(key);
        if (phrase == null) {
            throw new IllegalStateException("no phrase " + key);
        }
        for (int i = 0; i < values.length; i++) {
            phrase = phrase.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return phrase;
    }

    private static Phrases read(Language language) {
        String name = "phrases_" + language.code() + ".properties";
        try (InputStream file = Phrases.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("the program lacks its file " + name);
            }
            Reader text = new InputStreamReader(file, StandardCharsets.UTF_8);
            Properties byKey = new Properties();
            byKey.load(text);
            return new Phrases(byKey);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + name, e);
        }
    }
}

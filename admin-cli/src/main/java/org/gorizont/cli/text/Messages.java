// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.text;

import java.util.Locale;
import java.util.ResourceBundle;

/** The words of one language, from {@code messages_<language>.properties}. Places are written {@code {0}}, {@code {1}}. */
public final class Messages {
    static final String BUNDLE = "org.gorizont.cli.messages";

    private final ResourceBundle bundle;
    private final Language language;

    public Messages(Language language) {
        this(BUNDLE, language);
    }

    /** The words of a part of the program that has a file of its own. */
    public Messages(String bundleName, Language language) {
        this.language = language;
        this.bundle = ResourceBundle.getBundle(
                bundleName,
                language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    public Language language() {
        return language;
    }

    public ResourceBundle bundle() {
        return bundle;
    }

    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    /** The words of a key, with values in their places. */
    public String of(String key, Object... values) {
        String text = bundle.getString(key);
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return text;
    }

    /** The words for a constant's name or code, or the name as it stands when the program knows none. */
    public String word(String group, String name) {
        String key = group + "." + name;
        return bundle.containsKey(key) ? bundle.getString(key) : name;
    }

    /** "5 записей": the number with the form of {@code key} that it takes; forms stand with {@code |} between. */
    public String count(String key, long number) {
        String[] forms = bundle.getString(key).split("\\|");
        return number + " " + forms[Math.min(language.pluralForm(number), forms.length - 1)];
    }

    /** Languages of the program. */
    public enum Language {
        RU,
        EN;

        /** The language of an option or variable; Russian for what is not known. */
        public static Language of(String code) {
            return code.toLowerCase(Locale.ROOT).startsWith("en") ? EN : RU;
        }

        public Locale locale() {
            return Locale.of(name().toLowerCase(Locale.ROOT));
        }

        /** 0 one, 1 few, 2 many. */
        int pluralForm(long number) {
            long tens = Math.abs(number) % 100;
            long ones = tens % 10;
            return switch (this) {
                case RU -> tens >= 11 && tens <= 14 ? 2 : ones == 1 ? 0 : ones >= 2 && ones <= 4 ? 1 : 2;
                case EN -> number == 1 ? 0 : 1;
            };
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web.help;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.gorizont.node.web.text.Language;

/** The guides that come with the program. Each is turned into HTML when somebody first asks for it. For any thread. */
public final class Guides {
    /** What addresses of guides begin with. */
    public static final String HELP = "/help";

    private final Map<String, Guide> ready = new ConcurrentHashMap<>();

    /** The guides. */
    public enum Name {
        /** For those who use the node. */
        GUIDE(true),
        /** For whoever looks after the computer. */
        OPERATING(true),
        INSTALL(true),
        /** Who may do what; in English alone. */
        ROLES(false);

        private final boolean inBothLanguages;

        Name(boolean inBothLanguages) {
            this.inBothLanguages = inBothLanguages;
        }

        /** As it stands in addresses and names of files. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Name> of(String code) {
            return Arrays.stream(values())
                    .filter(name -> name.code().equals(code))
                    .findFirst();
        }

        /** Where it is read. */
        public String address() {
            return HELP + "/" + code();
        }

        String file(Language language) {
            return code() + (inBothLanguages && language == Language.RUSSIAN ? ".ru.md" : ".md");
        }
    }

    public Guide in(Language language, Name name) {
        String file = name.file(language);
        return ready.computeIfAbsent(file, _ -> new GuideText(language).read(text(file)));
    }

    private static String text(String file) {
        try (InputStream content = Guides.class.getResourceAsStream(file)) {
            if (content == null) {
                throw new IllegalStateException("the program lacks its file " + file);
            }
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + file, e);
        }
    }
}

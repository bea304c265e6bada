// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web.page;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How other computers of the school come to the pages.
 *
 * @param addresses to type there; none: the pages are not open to them
 * @param fingerprint of the authority to trust; empty if the school gave a certificate of its own
 */
public record TrustPage(Frame frame, List<String> addresses, Optional<String> fingerprint) {
    /** Eight pairs of digits and what stands between them. */
    private static final int PART = 24;

    /** Browsers and systems that are told apart, each with so many steps in its phrases. */
    public enum Way {
        WINDOWS(5),
        FIREFOX(4),
        ANDROID(4);

        private final int steps;

        Way(int steps) {
            this.steps = steps;
        }
    }

    /** In pieces that fit into a line of a phone and are compared one by one. */
    public List<String> fingerprintParts() {
        return fingerprint.stream()
                .flatMap(all -> IntStream.iterate(0, from -> from < all.length(), from -> from + PART)
                        .mapToObj(from -> all.substring(from, Math.min(all.length(), from + PART - 1))))
                .toList();
    }

    public boolean isOpen() {
        return !addresses.isEmpty();
    }

    public List<Way> ways() {
        return List.of(Way.values());
    }

    public String title(Way way) {
        return frame.say("trust." + way);
    }

    /** What to do, in this order. */
    public List<String> steps(Way way) {
        return IntStream.rangeClosed(1, way.steps)
                .mapToObj(step -> frame.say("trust." + way + "." + step))
                .toList();
    }
}

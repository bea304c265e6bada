// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.frame;

import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.SchoolId;

/**
 * What a bundle says of itself before its frames; nothing of it is proven, and nothing is taken on trust for it.
 *
 * @param to the school for which it was made; empty: every member of the circles
 * @param part from 1
 */
public record BundleHeader(SchoolId from, List<Circle> circles, Optional<SchoolId> to, int part) {
    public BundleHeader {
        circles = List.copyOf(circles);
    }

    /** A circle whose logs are inside, with its name for people who do not know it. */
    public record Circle(CircleId id, String name) {}

    public BundleHeader withPart(int number) {
        return new BundleHeader(from, circles, to, number);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.property;

import java.security.SecureRandom;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** The seeds of one property. */
record Seeds(List<Long> values) {
    static final String ONE_SEED = "gorizont.seed";
    static final String FRESH_SEEDS = "gorizont.fresh";

    /** @param settings system properties by name */
    static Seeds of(int tries, Function<String, @Nullable String> settings) {
        String one = settings.apply(ONE_SEED);
        if (one != null) {
            return new Seeds(List.of(Long.parseLong(one)));
        }
        String fresh = settings.apply(FRESH_SEEDS);
        LongStream fixed = LongStream.range(0, tries);
        LongStream added = fresh == null ? LongStream.empty() : new SecureRandom().longs(Long.parseLong(fresh));
        return new Seeds(LongStream.concat(fixed, added).boxed().toList());
    }

    static RandomGenerator generator(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /** @throws AssertionError at the first seed for which {@code body} throws, with the words that replay it */
    void forEach(String test, Consumer<RandomGenerator> body) {
        for (long seed : values) {
            try {
                body.accept(generator(seed));
            } catch (Throwable failure) {
                throw new AssertionError(
                        "seed " + seed + " fails: " + failure + "\nreplay: -Dtest=" + test + " -D" + ONE_SEED + "="
                                + seed,
                        failure);
            }
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.property;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test of what holds for all values: the method takes a {@link java.util.random.RandomGenerator} and is run once for
 * each seed. It stops at the first seed that fails.
 *
 * <p>Seeds are 0, 1, … {@code tries - 1}, always the same. {@code -Dgorizont.fresh=N} adds N new ones, and {@code
 * -Dgorizont.seed=S} runs S alone. All tries share one instance of the test class, so a property keeps its state in
 * local variables; {@code @BeforeEach} runs once. A failed assumption is a failure: make valid data instead.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Test
@ExtendWith(PropertyExtension.class)
public @interface Property {
    int tries() default 100;
}

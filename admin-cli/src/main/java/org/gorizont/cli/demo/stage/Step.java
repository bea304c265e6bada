// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo.stage;

import org.jspecify.annotations.Nullable;

/**
 * One step of a story, as programs read it.
 *
 * @param node the school at which {@code command} can be given
 * @param entry what was written, if anything
 */
public record Step(
        String id,
        boolean ok,
        String node,
        String nodeName,
        String command,
        String expected,
        String observed,
        @Nullable Place entry) {}

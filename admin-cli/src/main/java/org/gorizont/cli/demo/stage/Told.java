// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo.stage;

import org.jspecify.annotations.Nullable;

/**
 * What one step has shown.
 *
 * @param node the school at which it was seen
 * @param command what a person would type to see the same
 * @param observed in words, one line or two
 * @param entry what was written, if anything
 */
public record Told(
        boolean ok,
        DemoSchool node,
        String command,
        String observed,
        @Nullable Place entry) {
    public static Told seen(DemoSchool node, String command, String observed) {
        return new Told(true, node, command, observed, null);
    }

    public static Told written(DemoSchool node, String command, String observed, Place entry) {
        return new Told(true, node, command, observed, entry);
    }

    public static Told missing(DemoSchool node, String command, String observed) {
        return new Told(false, node, command, observed, null);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.config;

/**
 * The port of commands, on 127.0.0.1 alone.
 *
 * @param port 0 takes a free one; commands find it by a file in the data directory
 */
public record AdminConfig(int port) {
    public static final AdminConfig DEFAULTS = new AdminConfig(0);

    static AdminConfig read(Section section) {
        return new AdminConfig(section.number("port", DEFAULTS.port, 0, Section.MAX_PORT));
    }
}

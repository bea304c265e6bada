// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.config;

/**
 * The pages, on 127.0.0.1.
 *
 * @param enabled whether there are pages at all
 * @param port 0 takes a free one
 * @param lan for other computers of the school
 */
public record WebConfig(boolean enabled, int port, LanConfig lan) {
    public static final WebConfig DEFAULTS = new WebConfig(true, 7741, LanConfig.DEFAULTS);

    static WebConfig read(Section section) {
        return new WebConfig(
                section.flag("enabled", DEFAULTS.enabled),
                section.number("port", DEFAULTS.port, 0, Section.MAX_PORT),
                section.section("lan", LanConfig::read));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo;

import java.util.Locale;

/** The steps of the story, in their order. */
enum DemoStep {
    FOUND,
    JOIN,
    CONVERGE,
    SEARCH,
    FREESLOT,
    STOP,
    OFFLINE,
    PUBLISH,
    REJOIN,
    STRANGER,
    RECEIPTS;

    /** As people type it and programs read it. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return id();
    }
}

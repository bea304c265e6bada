// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.accounts;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands until it is moved. */
final class SetClock implements InstantSource {
    private Instant now = Instant.parse("2026-09-01T04:00:00Z");

    @Override
    public Instant instant() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }
}

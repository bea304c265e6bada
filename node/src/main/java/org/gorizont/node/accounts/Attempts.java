// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.accounts;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How long somebody waits after wrong passwords: nothing for the first {@link #FREE}, then {@link #FIRST}, twice as long
 * each time, up to {@link #LONGEST}. Counted by login and address together, so that nobody locks out a colleague. Safe for
 * all threads.
 */
public final class Attempts {
    public static final int FREE = 5;
    public static final Duration FIRST = Duration.ofSeconds(15);
    public static final Duration LONGEST = Duration.ofMinutes(15);
    /** Beyond it the oldest are forgotten. */
    public static final int REMEMBERED = 1_000;

    private final InstantSource clock;
    private final Map<String, Failures> byKey = new LinkedHashMap<>();

    public Attempts(InstantSource clock) {
        this.clock = clock;
    }

    private record Failures(int count, Instant last) {
        Duration delay() {
            if (count < FREE) {
                return Duration.ZERO;
            }
            Duration delay = FIRST;
            for (int i = FREE; i < count && delay.compareTo(LONGEST) < 0; i++) {
                delay = delay.multipliedBy(2);
            }
            return delay.compareTo(LONGEST) < 0 ? delay : LONGEST;
        }
    }

    /** How long this one still waits; zero when it may try. */
    public synchronized Duration left(String login, String address) {
        Failures failures = byKey.get(key(login, address));
        if (failures == null) {
            return Duration.ZERO;
        }
        Duration left = Duration.between(clock.instant(), failures.last.plus(failures.delay()));
        return left.isNegative() ? Duration.ZERO : left;
    }

    public synchronized void failed(String login, String address) {
        Failures before = byKey.remove(key(login, address));
        while (byKey.size() >= REMEMBERED) {
            byKey.remove(byKey.keySet().iterator().next());
        }
        byKey.put(key(login, address), new Failures(before == null ? 1 : before.count + 1, clock.instant()));
    }

    public synchronized void succeeded(String login, String address) {
        byKey.remove(key(login, address));
    }

    private static String key(String login, String address) {
        String tidied = Accounts.tidied(login);
        return address + " " + tidied.substring(0, Math.min(tidied.length(), Accounts.LOGIN_CHARACTERS));
    }
}

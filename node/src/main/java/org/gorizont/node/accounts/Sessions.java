// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.accounts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.model.Bytes;

/**
 * Who has entered. In memory alone: after a start everybody enters anew. A session ends after {@link #IDLE} without a
 * request, {@link #ABSOLUTE} after its beginning, and when roles or password change. Safe for all threads.
 */
public final class Sessions {
    public static final Duration IDLE = Duration.ofMinutes(30);
    public static final Duration ABSOLUTE = Duration.ofHours(12);
    /** Beyond it whoever has been still for longest is out. */
    public static final int SESSIONS = 256;

    private static final String TAG = "gorizont/session/1";
    private static final int TOKEN_BYTES = 32;

    private final SecureRandom random;
    private final InstantSource clock;
    /** By the hash of its token, longest still first. */
    private final Map<String, Held> byToken = new LinkedHashMap<>();

    public Sessions(SecureRandom random, InstantSource clock) {
        this.random = random;
        this.clock = clock;
    }

    /**
     * Somebody who has entered.
     *
     * @param account id of the account
     * @param csrf what every form of this session carries
     * @param name tells sessions apart in the history; says nothing of the token
     */
    public record Session(String account, String csrf, String name) {
        /** Whether a form is one of this session's own; the comparison takes the same time wherever they differ. */
        public boolean fits(String typed) {
            return MessageDigest.isEqual(csrf.getBytes(StandardCharsets.UTF_8), typed.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String toString() {
            return "session " + name;
        }
    }

    private record Held(Session session, Instant since, Instant last) {}

    /** Begins a session; the token for the cookie. */
    public synchronized String begin(String account) {
        String token = fresh();
        Instant now = clock.instant();
        while (byToken.size() >= SESSIONS) {
            byToken.remove(byToken.keySet().iterator().next());
        }
        String name = hash(token).substring(0, 8);
        byToken.put(hash(token), new Held(new Session(account, fresh(), name), now, now));
        return token;
    }

    /** The session of a token that has not ended; asking keeps it from going idle. */
    public synchronized Optional<Session> find(String token) {
        String key = hash(token);
        Held held = byToken.remove(key);
        Instant now = clock.instant();
        if (held == null || now.isAfter(held.last.plus(IDLE)) || now.isAfter(held.since.plus(ABSOLUTE))) {
            return Optional.empty();
        }
        byToken.put(key, new Held(held.session, held.since, now));
        return Optional.of(held.session);
    }

    public synchronized void end(Session session) {
        byToken.values().removeIf(held -> held.session.equals(session));
    }

    /** Ends every session of an account. */
    public synchronized void endAll(String account) {
        new ArrayDeque<>(byToken.values())
                .stream().filter(held -> held.session.account.equals(account)).forEach(held -> end(held.session));
    }

    private String fresh() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static String hash(String token) {
        return Hashing.tagged(TAG, Bytes.wrap(token.getBytes(StandardCharsets.UTF_8)))
                .toString();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.relay;

import java.time.Duration;

/**
 * How much a relay carries. An address is an IPv4 address, or the first half of an IPv6 one.
 *
 * @param strangers connections that have not said their preamble; a further one is closed
 * @param strangersOfAddress the same for one address
 * @param waiting connections that wait to be called; a further one is closed
 * @param waitingOfAddress the same for one address: several schools may have one way out
 * @param waitingOfToken the same for one token; a further one takes the place of the oldest, which may be dead
 * @param pairs joined connections; a further call is closed
 * @param pairsOfAddress the same for the address that calls
 * @param bytesPerSecond of one pair, both directions together; beyond, it is read more slowly. 0 is no limit
 */
public record RelayLimits(
        int strangers,
        int strangersOfAddress,
        int waiting,
        int waitingOfAddress,
        int waitingOfToken,
        int pairs,
        int pairsOfAddress,
        long bytesPerSecond,
        Times times) {
    public static final RelayLimits DEFAULTS = new RelayLimits(256, 32, 4_096, 256, 4, 1_024, 256, 0, Times.DEFAULTS);

    /**
     * How long things may take.
     *
     * @param preamble from an accepted connection to the end of its preamble; then it is closed
     * @param parked for one connection to wait; then it is closed, and its node opens another one
     * @param idle for a pair to be silent: nodes look at each other more often; then it is closed
     * @param tick how often these times are looked at
     */
    public record Times(Duration preamble, Duration parked, Duration idle, Duration tick) {
        public static final Times DEFAULTS =
                new Times(Duration.ofSeconds(5), Duration.ofHours(1), Duration.ofMinutes(3), Duration.ofMillis(500));
    }

    public RelayLimits withTimes(Times changed) {
        return new RelayLimits(
                strangers,
                strangersOfAddress,
                waiting,
                waitingOfAddress,
                waitingOfToken,
                pairs,
                pairsOfAddress,
                bytesPerSecond,
                changed);
    }

    public RelayLimits withStrangers(int inAll, int ofAddress) {
        return new RelayLimits(
                inAll,
                ofAddress,
                waiting,
                waitingOfAddress,
                waitingOfToken,
                pairs,
                pairsOfAddress,
                bytesPerSecond,
                times);
    }

    public RelayLimits withWaiting(int inAll, int ofAddress, int ofToken) {
        return new RelayLimits(
                strangers, strangersOfAddress, inAll, ofAddress, ofToken, pairs, pairsOfAddress, bytesPerSecond, times);
    }

    public RelayLimits withPairs(int inAll, int ofAddress) {
        return new RelayLimits(
                strangers,
                strangersOfAddress,
                waiting,
                waitingOfAddress,
                waitingOfToken,
                inAll,
                ofAddress,
                bytesPerSecond,
                times);
    }

    public RelayLimits withBytesPerSecond(long bytes) {
        return new RelayLimits(
                strangers,
                strangersOfAddress,
                waiting,
                waitingOfAddress,
                waitingOfToken,
                pairs,
                pairsOfAddress,
                bytes,
                times);
    }
}

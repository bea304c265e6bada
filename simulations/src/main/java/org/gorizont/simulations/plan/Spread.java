// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.plan;

/** How one entry spreads: when it was published, and after how long each further school knew it. */
final class Spread {
    /** Not within the time of the run. */
    static final long NEVER = Long.MAX_VALUE;

    private final int owner;
    private final long published;
    private final long[] offAt;
    private final long[] delays;
    private int known;

    /** @param offAt for each school, how long it had been off when this was published */
    Spread(int owner, long published, int audience, long[] offAt) {
        this.owner = owner;
        this.published = published;
        this.delays = new long[audience];
        this.offAt = offAt;
    }

    int owner() {
        return owner;
    }

    long published() {
        return published;
    }

    long offAt(int school) {
        return offAt[school];
    }

    void learned(long delay) {
        delays[known++] = delay;
    }

    boolean isComplete() {
        return known == delays.length;
    }

    /** Nanoseconds until this part of the others knew. */
    long until(double share) {
        int needed = (int) Math.ceil(share * delays.length);
        return needed > known ? NEVER : delays[needed - 1];
    }
}

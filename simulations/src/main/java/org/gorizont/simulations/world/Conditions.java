// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.world;

import java.time.Duration;
import java.util.SplittableRandom;

/** What lines and disks are like. May change while the world runs; draws from the streams it is given and no other. */
public interface Conditions {
    /** How long one sync of a machine's disk takes. */
    Duration sync(int machine, SplittableRandom luck);

    /** One way through the network, without queues. */
    Duration delay(int from, int to);

    /** What this frame needs on top of {@link #delay}. */
    long extraNanos(int from, int to, int bytes, SplittableRandom luck);

    /** How long these bytes keep the sender's line busy. */
    long uplinkNanos(int machine, int bytes);

    /** How long these bytes keep the receiver's line busy. */
    long downlinkNanos(int machine, int bytes);

    /** The frame vanishes, and its connection breaks some seconds later. */
    default boolean loses(SplittableRandom luck) {
        return false;
    }

    /** The frame comes twice. */
    default boolean doubles(SplittableRandom luck) {
        return false;
    }

    /** The frame may overtake those before it. */
    default boolean overtakes(SplittableRandom luck) {
        return false;
    }
}

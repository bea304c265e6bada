// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo;

/** One step of the story, played with real nodes. */
interface Act {
    DemoStep step();

    /** Plays it; what does not come within patience is told as missing. */
    Told play(Scene scene) throws InterruptedException;
}

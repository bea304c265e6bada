// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo.stage;

/** One step of a story, played with real nodes on a scene of type {@code S}. */
public interface Act<S> {
    /** As people type it after {@code --hold}, and programs read it. */
    String id();

    /** Plays it; what does not come within patience is told as missing. */
    Told play(S scene) throws InterruptedException;
}

// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.memory;

import java.util.ArrayDeque;
import java.util.Deque;

/** How to take back what was done since the last sync, newest first. */
final class Journal {
    private final Deque<Runnable> undo = new ArrayDeque<>();

    void note(Runnable takeBack) {
        undo.push(takeBack);
    }

    void forget() {
        undo.clear();
    }

    void takeBack() {
        while (!undo.isEmpty()) {
            undo.pop().run();
        }
    }
}

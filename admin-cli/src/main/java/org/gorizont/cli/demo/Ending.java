// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo;

import org.gorizont.cli.demo.stage.DemoFolder;
import org.gorizont.cli.demo.stage.Play;
import org.jspecify.annotations.Nullable;

/**
 * The end of a story, whoever comes to it first: the command, or the hook that Ctrl-C runs. Nodes that end make the story
 * fail, so often both come at once; the second waits for the first, for this JVM ends as soon as its hooks have.
 */
final class Ending implements AutoCloseable {
    private final DemoFolder folder;
    private @Nullable Play play;
    private boolean closed;

    private Ending(DemoFolder folder) {
        this.folder = folder;
    }

    /** From here on nothing is left behind in a passing folder. */
    static Ending of(DemoFolder folder) {
        Ending ending = new Ending(folder);
        Runtime.getRuntime().addShutdownHook(new Thread(ending::close, "end-demo"));
        return ending;
    }

    /** Names the story that ends with this; one that comes too late ends at once. */
    synchronized void ends(Play opened) {
        play = opened;
        if (closed) {
            opened.close();
        }
    }

    /** Ends all processes, then removes their data if it was to pass. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (play != null) {
            play.close();
        }
        folder.remove();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.runtime;

/** Stops the node for good: it cannot go on safely, and starts again from its logs. Called once, by the loop. */
@FunctionalInterface
public interface StopPort {
    /** A broken invariant: a bug, or memory that ran out. EX_SOFTWARE of sysexits(3). */
    int BROKEN = 70;
    /** The store cannot be read. EX_IOERR of sysexits(3). */
    int STORE_UNREADABLE = 74;

    /**
     * Stops the node.
     *
     * @param exitCode of the process
     * @param line one line for people: what happened and what to do
     */
    void stop(int exitCode, String line, Throwable cause);
}

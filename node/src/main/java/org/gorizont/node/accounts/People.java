// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.accounts;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;

/** Everything that this node knows of its own people. */
public record People(Accounts accounts, Sessions sessions, Attempts attempts, History history, Notices notices) {
    /** As the other one, with a fresh code for the first account. */
    public static People open(Path dataDirectory, SecureRandom random, InstantSource clock, String program)
            throws IOException {
        return open(dataDirectory, random, clock, program, OneTimeCode.fresh(random));
    }

    /**
     * Those of a data directory.
     *
     * @param program version that stands in the history
     * @param firstCode with which the first account is made
     * @throws IOException if accounts, history or notices cannot be read
     */
    public static People open(
            Path dataDirectory, SecureRandom random, InstantSource clock, String program, OneTimeCode firstCode)
            throws IOException {
        return new People(
                Accounts.open(dataDirectory, random, clock, firstCode),
                new Sessions(random, clock),
                new Attempts(clock),
                History.open(dataDirectory, clock, program),
                Notices.open(dataDirectory, clock));
    }
}

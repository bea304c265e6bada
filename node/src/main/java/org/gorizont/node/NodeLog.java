// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node;

import java.nio.file.Path;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.slf4j.LoggerFactory;

/**
 * Where a node's process notes what happens: files in {@code log/} of the data directory, which together have a limit; see
 * {@link LogSetup}. What libraries say by {@code java.util.logging} goes there too: the file into which the process
 * prints has no limit.
 */
final class NodeLog {
    static final String FOLDER = "log";

    private NodeLog() {}

    /** Once a process, before anything is logged. */
    static void open(Path data) {
        System.setProperty(LogSetup.FOLDER, data.resolve(FOLDER).toString());
        LogManager.getLogManager().reset();
        Logger root = Logger.getLogger("");
        root.setLevel(Level.WARNING);
        root.addHandler(new Forwarding());
    }

    /** Hands on what libraries say, as a warning of the logger that they name. */
    private static final class Forwarding extends Handler {
        private final SimpleFormatter formatter = new SimpleFormatter();

        @Override
        public void publish(LogRecord said) {
            String name = said.getLoggerName() == null ? "" : said.getLoggerName();
            String message = formatter.formatMessage(said);
            if (said.getLevel().intValue() >= Level.SEVERE.intValue()) {
                LoggerFactory.getLogger(name).error(message, said.getThrown());
            } else {
                LoggerFactory.getLogger(name).warn(message, said.getThrown());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}

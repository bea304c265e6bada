// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.util.FileSize;
import java.util.Map;

/**
 * What logback does with warnings: a node's process writes them into files of its data directory, never more than 64 MB of
 * them; every other process on standard error. Found by {@link java.util.ServiceLoader}. An XML file would say the same, and
 * each start would load 700 classes to read it.
 */
public final class LogSetup extends ContextAwareBase implements Configurator {
    /** System property: the folder of the files; without it nothing is written into files. */
    static final String FOLDER = "gorizont.log.folder";

    private static final FileSize FILE_SIZE = FileSize.valueOf("8MB");
    /** Besides the one that is written. */
    private static final FileSize OLDER_FILES = FileSize.valueOf("56MB");

    private static final int DAYS = 30;
    private static final String LINE = "%d{yyyy-MM-dd HH:mm:ss} %level %logger{0}: %msg%n%ex{short}";

    private static final Map<String, Level> LEVELS = Map.of(
            // Anybody in the building may say anything: nothing of it fills the disk.
            "javax.jmdns",
            Level.OFF,
            // Whoever dials in with a wrong key, or says no word of TLS, is refused; that is no news.
            "io.netty.channel.DefaultChannelPipeline",
            Level.ERROR);

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        LEVELS.forEach((logger, level) -> context.getLogger(logger).setLevel(level));
        String folder = System.getProperty(FOLDER);
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        root.addAppender(folder == null ? console(context) : files(context, folder));
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    private static ConsoleAppender<ILoggingEvent> console(LoggerContext context) {
        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
        console.setTarget("System.err");
        return started(context, console);
    }

    private static RollingFileAppender<ILoggingEvent> files(LoggerContext context, String folder) {
        RollingFileAppender<ILoggingEvent> files = new RollingFileAppender<>();
        files.setFile(folder + "/gorizont.log");
        SizeAndTimeBasedRollingPolicy<ILoggingEvent> rolling = new SizeAndTimeBasedRollingPolicy<>();
        rolling.setContext(context);
        rolling.setParent(files);
        rolling.setFileNamePattern(folder + "/gorizont.%d{yyyy-MM-dd}.%i.log");
        rolling.setMaxFileSize(FILE_SIZE);
        rolling.setMaxHistory(DAYS);
        rolling.setTotalSizeCap(OLDER_FILES);
        rolling.setCleanHistoryOnStart(true);
        rolling.start();
        files.setRollingPolicy(rolling);
        return started(context, files);
    }

    private static <A extends OutputStreamAppender<ILoggingEvent>> A started(LoggerContext context, A appender) {
        PatternLayoutEncoder line = new PatternLayoutEncoder();
        line.setContext(context);
        line.setPattern(LINE);
        line.start();
        appender.setContext(context);
        appender.setEncoder(line);
        appender.start();
        return appender;
    }
}

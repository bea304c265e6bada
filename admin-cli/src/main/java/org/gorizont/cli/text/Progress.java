// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.text;

import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar on long work, in a terminal only. */
public final class Progress implements AutoCloseable {
    private static final int EVERY_MILLIS = 200;
    private final Optional<ProgressBar> bar;

    private Progress(Optional<ProgressBar> bar) {
        this.bar = bar;
    }

    /**
     * Begins.
     *
     * @param total steps, or -1 when nobody knows
     */
    public static Progress of(Output output, String task, long total) {
        return new Progress(
                output.terminal()
                        ? Optional.of(new ProgressBarBuilder()
                                .setTaskName(task)
                                .setInitialMax(total)
                                .setUpdateIntervalMillis(EVERY_MILLIS)
                                .setStyle(ProgressBarStyle.ASCII)
                                .clearDisplayOnFinish()
                                .build())
                        : Optional.empty());
    }

    /** Shows nothing. */
    public static Progress none() {
        return new Progress(Optional.empty());
    }

    public void step(long by) {
        bar.ifPresent(shown -> shown.stepBy(by));
    }

    public void to(long done) {
        bar.ifPresent(shown -> shown.stepTo(done));
    }

    /** So many of so many; nothing while nobody knows of how many. */
    public void to(long done, long total) {
        if (total > 0) {
            bar.ifPresent(shown -> shown.maxHint(total).stepTo(done));
        }
    }

    @Override
    public void close() {
        bar.ifPresent(ProgressBar::close);
    }
}

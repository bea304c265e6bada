// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo.nine;

import com.google.protobuf.ByteString;
import java.time.Duration;
import java.time.LocalDate;
import org.gorizont.cli.demo.stage.Patience;
import org.gorizont.cli.demo.stage.Story;
import org.gorizont.cli.text.Progress;

/** What the steps of one run share. */
final class Scene {
    /** How long one thing may take on a slow, busy computer. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private final DemoContent content;
    private final Cluster cluster;
    private final Findings findings;
    private final Story story;
    private final LocalDate monday;
    private ByteString circle = ByteString.EMPTY;
    private long joinedNanos;

    /**
     * Begins.
     *
     * @param monday the first day of the week that the schools speak of
     */
    Scene(DemoContent content, Cluster cluster, Findings findings, Story story, LocalDate monday) {
        this.content = content;
        this.cluster = cluster;
        this.findings = findings;
        this.story = story;
        this.monday = monday;
    }

    DemoContent content() {
        return content;
    }

    Cluster cluster() {
        return cluster;
    }

    Findings findings() {
        return findings;
    }

    Story story() {
        return story;
    }

    LocalDate monday() {
        return monday;
    }

    ByteString circle() {
        return circle;
    }

    void founded(ByteString id) {
        circle = id;
    }

    void allJoined() {
        joinedNanos = System.nanoTime();
    }

    Duration sinceAllJoined() {
        return Duration.ofNanos(System.nanoTime() - joinedNanos);
    }

    Progress progress(String key, long total) {
        return story.progress(key, total);
    }

    /** Waits within {@link #PATIENCE}. */
    boolean until(Patience.Condition condition) throws InterruptedException {
        return Patience.until(PATIENCE, condition);
    }
}

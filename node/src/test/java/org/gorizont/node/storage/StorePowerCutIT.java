// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** P1: what was acknowledged outlives a power cut, on a real ext4. */
final class StorePowerCutIT {
    private static final int ROUNDS = 8;
    private static final int MAX_ENTRIES_OF_ROUND = 200;

    @TempDir
    Path temp;

    @Test
    void s02KeepsWhatWasAcknowledgedWhenThePowerIsCut() throws Throwable {
        Random moments = new Random(2);
        try (Ext4Image disk = disk()) {
            Path ack = temp.resolve("ack");
            for (int round = 0; round < ROUNDS; round++) {
                long target = StoreProbe.acknowledged(ack) + 1 + moments.nextInt(MAX_ENTRIES_OF_ROUND);
                int found = writeAndCut(disk, ack, target, "sync");
                Files.copy(temp.resolve("ack.before"), ack, StandardCopyOption.REPLACE_EXISTING);

                assertEquals(0, found, "round " + round);
            }
            assertTrue(StoreProbe.acknowledged(ack) >= ROUNDS);
        }
    }

    /** Without this, the test above might pass on a disk that never loses anything. */
    @Test
    void s02LosesAcknowledgedEntriesIfNothingIsSynced() throws Throwable {
        try (Ext4Image disk = disk()) {
            assertNotEquals(0, writeAndCut(disk, temp.resolve("ack"), MAX_ENTRIES_OF_ROUND, "nosync"));
        }
    }

    private Ext4Image disk() throws Exception {
        Optional<Ext4Image> disk = Ext4Image.make(temp);
        assumeTrue(disk.isPresent(), "needs Linux, root, loop devices and mkfs.ext4");
        return disk.get();
    }

    /** What the check finds on the disk after the cut. */
    private int writeAndCut(Ext4Image disk, Path ack, long target, String sync) throws Throwable {
        Path acknowledgedBefore = temp.resolve("ack.before");
        String store = disk.directory().resolve("store").toString();
        try (ProbeProcess probe =
                ProbeProcess.start(temp.resolve("out"), List.of(), "write", store, ack.toString(), sync)) {
            probe.awaitAcknowledged(ack, target);
            // What is acknowledged while the power goes is no promise any more: in earnest, nobody would be there to
            // see.
            Files.copy(ack, acknowledgedBefore, StandardCopyOption.REPLACE_EXISTING);
            disk.cutPower();
        }
        disk.unmount();
        assertTrue(disk.mountAgain(), "the file system is readable after the cut");
        return StoreProbe.run("check", store, acknowledgedBefore.toString());
    }
}

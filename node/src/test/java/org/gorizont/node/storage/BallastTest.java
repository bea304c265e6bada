// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.storage;

import static org.gorizont.node.storage.DiskSpace.MEBIBYTE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BallastTest {
    private static final int MIB = 2;
    private static final long ENOUGH = DiskSpace.OWN_ONLY_BYTES + MIB * MEBIBYTE;

    @TempDir
    Path data;

    @Test
    void isMadeOfWhatItWasGivenOnceThereIsRoom() throws IOException {
        Ballast ballast = ballast(MIB);

        assertFalse(ballast.makeIfThereIsRoom(ENOUGH - 1));
        assertFalse(ballast.isThere());
        assertTrue(ballast.makeIfThereIsRoom(ENOUGH));

        byte[] expected = new byte[MIB << 20];
        Arrays.fill(expected, (byte) 7);
        assertArrayEquals(expected, Files.readAllBytes(data.resolve("ballast")));
        assertFalse(ballast.makeIfThereIsRoom(ENOUGH), "it is there");
    }

    @Test
    void s03IsGivenUpOnAFullDisk() throws IOException {
        Ballast ballast = ballast(MIB);
        ballast.makeIfThereIsRoom(ENOUGH);

        assertFalse(ballast.giveUpOnAFullDisk(Ballast.FREED_BELOW_BYTES));
        assertTrue(ballast.isThere());
        assertTrue(ballast.giveUpOnAFullDisk(Ballast.FREED_BELOW_BYTES - 1));
        assertFalse(ballast.isThere());
        assertFalse(ballast.giveUpOnAFullDisk(0), "nothing is left to give up");
    }

    /** Else the node would write entries into what was kept for its small files, and be full a second time. */
    @Test
    void whatItFreesDoesNotMakeTheNodeWrite() {
        long after = Ballast.FREED_BELOW_BYTES - 1 + Ballast.MOST_MIB * MEBIBYTE;

        assertEquals(DiskSpace.Level.READ_ONLY, DiskSpace.Level.of(after));
    }

    /** A start was interrupted, or the setting was changed. */
    @Test
    void isMadeAnewIfItHasAnotherSize() throws IOException {
        Files.write(data.resolve("ballast"), new byte[5]);
        Files.write(data.resolve("ballast.new"), new byte[7]);
        Ballast ballast = ballast(MIB);

        assertFalse(ballast.isThere());
        assertTrue(ballast.makeIfThereIsRoom(ENOUGH));
        assertEquals(MIB << 20, Files.size(data.resolve("ballast")));
        assertFalse(Files.exists(data.resolve("ballast.new")));
    }

    @Test
    void goesIfThereIsToBeNone() throws IOException {
        ballast(MIB).makeIfThereIsRoom(ENOUGH);

        assertTrue(ballast(0).giveUpOnAFullDisk(Long.MAX_VALUE));
        assertFalse(Files.exists(data.resolve("ballast")));
        assertFalse(ballast(0).makeIfThereIsRoom(Long.MAX_VALUE));
    }

    @Test
    void leavesNothingWhereItCannotBeMade() {
        Ballast nowhere = new Ballast(data.resolve("nowhere"), MIB, () -> new byte[1]);

        assertThrows(IOException.class, () -> nowhere.makeIfThereIsRoom(ENOUGH));
        assertFalse(nowhere.isThere());
    }

    private Ballast ballast(int mib) {
        byte[] piece = new byte[3 << 18];
        Arrays.fill(piece, (byte) 7);
        return new Ballast(data, mib, () -> piece);
    }
}

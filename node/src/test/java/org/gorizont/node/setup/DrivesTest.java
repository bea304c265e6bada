// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.setup;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DrivesTest {
    @Test
    void theDiskOfTheNodeItselfIsNotOffered() throws Exception {
        Path root = Path.of("").toAbsolutePath().getRoot();

        List<Path> offered = Drives.besides(root);

        assertFalse(offered.contains(root), offered.toString());
        for (Path place : offered) {
            assertTrue(Files.isWritable(place), place.toString());
            assertFalse(Files.getFileStore(place).equals(Files.getFileStore(root)), place.toString());
        }
    }

    @Test
    void whereTheNodeCannotBeFoundNothingIsOffered() {
        assertTrue(Drives.besides(Path.of("/no such folder")).isEmpty());
    }
}

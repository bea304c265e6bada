// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BackupSettingTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void theFolderIsSetWhateverTheFileLooksLike() throws Exception {
        for (String before : new String[] {
            "",
            "[web]\nport = 0\n",
            "[backup]\nhour = 5\n[web]\nport = 0\n",
            "[backup] # our copies\nfolder = '/old'\nkeep = 2\n",
            ConfigText.of(NodeConfig.DEFAULTS),
        }) {
            Files.writeString(folder.resolve("gorizont.toml"), before);
            NodeConfig was = NodeConfig.load(folder);

            BackupSetting.write(folder, Path.of("/media/Мария/it's \"D\""));

            NodeConfig now = NodeConfig.load(folder);
            assertEquals(
                    Optional.of(Path.of("/media/Мария/it's \"D\"")),
                    now.backup().folder(),
                    before);
            assertEquals(was.backup().hour(), now.backup().hour(), before);
            assertEquals(was.web(), now.web(), before);
        }
    }

    @Test
    void whatPeopleWroteStays() throws Exception {
        Files.writeString(folder.resolve("gorizont.toml"), "# ours\n[backup]\n# at night\nhour = 5\n");

        BackupSetting.write(folder, Path.of("/media/copies"));

        String text = Files.readString(folder.resolve("gorizont.toml"));
        assertTrue(text.contains("# ours\n") && text.contains("# at night\nhour = 5\n"), text);
    }

    @Test
    void aFileThatIsWrongIsNotTouched() throws IOException {
        Files.writeString(folder.resolve("gorizont.toml"), "[backup]\nhuor = 5\n");

        assertThrows(IOException.class, () -> BackupSetting.write(folder, Path.of("/media/copies")));

        assertEquals("[backup]\nhuor = 5\n", Files.readString(folder.resolve("gorizont.toml")));
    }
}

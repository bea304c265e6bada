// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import org.gorizont.cli.text.Failure;
import org.gorizont.cli.text.Messages;
import org.gorizont.cli.text.Output;
import org.gorizont.protocol.identity.RecoverySheet;
import org.gorizont.protocol.identity.SheetText;
import org.gorizont.protocol.model.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SheetTest {
    private static final Messages RUSSIAN = new Messages(Messages.Language.RU);
    private static final RecoverySheet SHEET = new RecoverySheet(Bytes.ofHex("0123456789abcdef".repeat(4)));

    private static final int ASKED = 2;

    @TempDir
    Path folder;

    @Test
    void fileIsReadBackForItsOwnerAlone() throws Exception {
        Path file = folder.resolve("sheet.txt");

        SheetFile.write(file, SHEET, "Сусловская СОШ", RUSSIAN);

        assertEquals(SHEET, SheetFile.read(file));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void neverWritesOverAnotherFile() throws Exception {
        Path file = Files.writeString(folder.resolve("sheet.txt"), "чужое");

        assertEquals(
                "sheet-exists",
                assertThrows(Failure.class, () -> SheetFile.write(file, SHEET, "", RUSSIAN))
                        .code());
        assertEquals("чужое", Files.readString(file));
    }

    @Test
    void aStickThatIsNotPluggedInIsNotMadeUp() {
        Path file = folder.resolve("stick").resolve("sheet.txt");

        assertEquals(
                "sheet-no-folder",
                assertThrows(Failure.class, () -> SheetFile.write(file, SHEET, "", RUSSIAN))
                        .code());
        assertFalse(Files.exists(file.getParent()));
    }

    @Test
    void aFileWithAnythingElseIsNoSheet() throws Exception {
        Path file = Files.writeString(folder.resolve("other.txt"), "список");

        assertEquals(
                "sheet-shape",
                assertThrows(Failure.class, () -> SheetFile.read(file)).code());
        assertEquals(
                "no-file",
                assertThrows(Failure.class, () -> SheetFile.read(folder.resolve("none")))
                        .code());
    }

    @Test
    void damagedFileIsNoSheet() throws Exception {
        Path file = folder.resolve("sheet.txt");
        List<String> lines = SheetText.print(SHEET);
        Files.writeString(file, String.join("\n", lines).replaceFirst("[A-Z0-9]$", "*"));

        assertEquals(
                "sheet-damaged",
                assertThrows(Failure.class, () -> SheetFile.read(file)).code());
    }

    @Test
    void lineAskedForConfirmsInSmallLettersAndAfterAWrongOne() throws Exception {
        String third = SheetText.print(SHEET).get(ASKED).toLowerCase(Locale.ROOT);

        confirm(third + "\n");
        confirm("не то\n" + third + "\n");
    }

    @Test
    void anotherLineDoesNotConfirm() {
        String first = SheetText.print(SHEET).getFirst() + "\n";

        assertEquals(
                "sheet-not-confirmed",
                assertThrows(Failure.class, () -> confirm(first.repeat(3))).code());
    }

    @Test
    void nothingTypedConfirmsNothing() {
        assertEquals(
                "sheet-not-confirmed",
                assertThrows(Failure.class, () -> confirm("")).code());
        assertEquals(
                "sheet-not-confirmed",
                assertThrows(Failure.class, () -> confirm("а\nб\nв\n")).code());
    }

    private static void confirm(String typed) throws Exception {
        Output output = new Output(new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()), false);
        new ReadBack(RUSSIAN, output, new BufferedReader(new StringReader(typed)), () -> (long) ASKED << 32)
                .confirm(SHEET);
    }
}

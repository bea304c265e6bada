// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.setup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.gorizont.cli.text.Failure;
import org.gorizont.cli.text.Messages;
import org.gorizont.protocol.identity.RecoverySheet;
import org.gorizont.protocol.identity.SheetDamaged;
import org.gorizont.protocol.identity.SheetText;

/** A recovery sheet in a file to print or carry away: explanations behind {@code #}, then the four lines. */
public final class SheetFile {
    private SheetFile() {}

    /** Writes a file for its owner alone; never over another one. */
    public static void write(Path file, RecoverySheet sheet, String school, Messages messages) {
        List<String> lines = new ArrayList<>();
        messages.of("sheet.file", school).lines().map(line -> "# " + line).forEach(lines::add);
        lines.addAll(SheetText.print(sheet));
        QrText.of(String.join("", SheetText.print(sheet)).replace(" ", "")).forEach(line -> lines.add("# " + line));
        try {
            Path parent = file.toAbsolutePath().getParent();
            // A folder made in place of a stick that is not plugged in would leave the secret on this disk.
            if (parent != null && !Files.isDirectory(parent)) {
                throw Failure.of("sheet-no-folder", file);
            }
            Files.createFile(file, OwnerOnly.file());
            Files.write(file, lines, StandardCharsets.UTF_8, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException _) {
            throw Failure.of("sheet-exists", file);
        } catch (IOException e) {
            throw Failure.of("cannot-write", file, String.valueOf(e.getMessage()));
        }
    }

    /** Reads such a file, or one with nothing but the four lines. */
    public static RecoverySheet read(Path file) {
        try {
            String text = Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                    .filter(line -> !line.startsWith("#"))
                    .collect(Collectors.joining("\n"));
            return SheetText.read(text);
        } catch (SheetDamaged e) {
            throw e.lines().isEmpty()
                    ? Failure.of("sheet-shape", file)
                    : Failure.of("sheet-damaged", file, SheetTyped.numbers(e));
        } catch (IOException e) {
            throw Failure.unread(file, e);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.setup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gorizont.cli.text.Failure;
import org.gorizont.cli.text.Messages;
import org.gorizont.cli.text.Output;
import org.gorizont.protocol.identity.RecoverySheet;
import org.gorizont.protocol.identity.SheetDamaged;
import org.gorizont.protocol.identity.SheetText;

/** A recovery sheet that comes back from paper: out of a file, or typed line by line. It is written nowhere. */
public final class SheetTyped {
    private static final int ATTEMPTS = 3;

    private SheetTyped() {}

    /**
     * The sheet of {@code file}, or as typed.
     *
     * @throws Failure if it cannot be read, or no attempt was right
     */
    public static RecoverySheet read(Optional<Path> file, Messages messages, Output output) throws IOException {
        return file.isPresent() ? SheetFile.read(file.get()) : typed(messages, output);
    }

    private static RecoverySheet typed(Messages messages, Output output) throws IOException {
        BufferedReader keyboard = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            output.note(messages.of("sheet.enter"));
            List<String> lines = new ArrayList<>();
            for (String line = keyboard.readLine(); line != null; line = keyboard.readLine()) {
                lines.add(line);
                if (lines.size() == SheetText.LINES) {
                    break;
                }
            }
            try {
                return SheetText.read(String.join("\n", lines));
            } catch (SheetDamaged e) {
                output.note(messages.of("sheet.mistyped", e.lines().isEmpty() ? "1-" + SheetText.LINES : numbers(e)));
            }
        }
        throw Failure.of("sheet-not-read");
    }

    /** The damaged lines, for people. */
    static String numbers(SheetDamaged damage) {
        return damage.lines().stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.setup;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.random.RandomGenerator;
import org.gorizont.cli.text.Failure;
import org.gorizont.cli.text.Messages;
import org.gorizont.cli.text.Output;
import org.gorizont.protocol.identity.RecoverySheet;
import org.gorizont.protocol.identity.SheetText;

/** Shows a recovery sheet and has one of its lines typed back, so that it is known to stand on paper. */
public final class ReadBack {
    private static final int ATTEMPTS = 3;

    private final Messages messages;
    private final Output output;
    private final BufferedReader keyboard;
    private final RandomGenerator random;

    /**
     * Reads from a keyboard.
     *
     * @param random chooses the line that is asked for
     */
    public ReadBack(Messages messages, Output output, BufferedReader keyboard, RandomGenerator random) {
        this.messages = messages;
        this.output = output;
        this.keyboard = keyboard;
        this.random = random;
    }

    /**
     * Shows the sheet and asks for a line, a few times.
     *
     * @throws Failure when no attempt was right; nothing has been made then
     */
    public void confirm(RecoverySheet sheet) throws IOException {
        List<String> lines = SheetText.print(sheet);
        output.line(messages.of("sheet.show"));
        for (int i = 0; i < lines.size(); i++) {
            output.line("    " + (i + 1) + ":  " + lines.get(i));
        }
        QrText.of(String.join("", lines).replace(" ", "")).forEach(output::line);
        int asked = random.nextInt(SheetText.LINES);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            output.line(messages.of("sheet.type", asked + 1));
            String typed = keyboard.readLine();
            if (typed != null && SheetText.isLine(sheet, asked, typed)) {
                return;
            }
            output.line(messages.of("sheet.differs"));
        }
        throw Failure.of("sheet-not-confirmed");
    }
}

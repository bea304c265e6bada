// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.gorizont.node.identity.IdentityRefused;
import org.gorizont.protocol.identity.RecoverySheet;
import org.gorizont.protocol.identity.SheetDamaged;
import org.gorizont.protocol.identity.SheetText;

/**
 * Makes the identity of a new school: {@code NewNodeMain --data DIR}, with the recovery sheet as text on standard input,
 * so that it stands in no list of processes. Prints the school's id. Whoever calls it has read the sheet back.
 */
public final class NewNodeMain {
    private static final int USAGE = 2;
    private static final int REFUSED = 1;

    private NewNodeMain() {}

    public static void main(String[] args) {
        if (args.length != 2 || !args[0].equals("--data")) {
            System.err.println("usage: NewNodeMain --data DIR, with the recovery sheet on standard input");
            System.exit(USAGE);
        }
        System.exit(run(Path.of(args[1])));
    }

    private static int run(Path data) {
        try {
            byte[] text = System.in.readNBytes(SheetText.MAX_LENGTH + 1);
            RecoverySheet sheet = SheetText.read(new String(text, StandardCharsets.UTF_8));
            System.out.println(NewSchool.make(data, sheet).school());
            return 0;
        } catch (SheetDamaged | IdentityRefused | IOException e) {
            System.err.println("gorizont: " + e.getMessage());
            return REFUSED;
        }
    }
}

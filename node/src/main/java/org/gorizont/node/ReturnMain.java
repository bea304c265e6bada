// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import org.gorizont.node.config.ConfigRefused;
import org.gorizont.node.identity.IdentityRefused;
import org.gorizont.node.storage.StoreFailed;
import org.gorizont.node.storage.StoreRefused;
import org.gorizont.protocol.identity.RecoverySheet;
import org.gorizont.protocol.identity.SheetDamaged;
import org.gorizont.protocol.identity.SheetText;
import org.gorizont.protocol.model.Endpoint;

/**
 * Brings a school back that has lost everything but its recovery sheet: {@code ReturnMain --data DIR --from HOST PORT}, with
 * the sheet as text on standard input. Prints one line for each step: {@code school ID}, {@code entries N} now and then,
 * {@code returned N}. Whoever calls it starts the node afterwards.
 */
public final class ReturnMain {
    private static final int USAGE = 2;
    private static final int REFUSED = 1;
    /** Nobody answers there. */
    private static final int UNREACHABLE = 3;
    /** Who answers knows no school of that sheet. */
    private static final int UNKNOWN = 4;

    private static final int ARGUMENTS = 5;

    private ReturnMain() {}

    public static void main(String[] args) {
        if (args.length != ARGUMENTS || !args[0].equals("--data") || !args[2].equals("--from")) {
            System.err.println(
                    "usage: ReturnMain --data DIR --from HOST PORT, with the recovery sheet on standard input");
            System.exit(USAGE);
        }
        System.exit(run(Path.of(args[1]), new Endpoint(args[3], Integer.parseInt(args[4]))));
    }

    private static int run(Path data, Endpoint from) {
        try {
            byte[] text = System.in.readNBytes(SheetText.MAX_LENGTH + 1);
            RecoverySheet sheet = SheetText.read(new String(text, StandardCharsets.UTF_8));
            try (SchoolReturn school = new SchoolReturn(data, from, sheet, ReturnMain::say)) {
                return school.run() ? 0 : UNKNOWN;
            }
        } catch (TimeoutException _) {
            return UNREACHABLE;
        } catch (SheetDamaged | IdentityRefused | ConfigRefused | StoreRefused | StoreFailed | IOException e) {
            System.err.println("gorizont: " + e.getMessage());
            return REFUSED;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return REFUSED;
        }
    }

    private static void say(String line) {
        System.out.println(line);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.gorizont.node.backup.BackupRefused;
import org.gorizont.node.backup.Backups;
import org.gorizont.node.backup.PutBack;
import org.gorizont.node.config.ConfigRefused;
import org.gorizont.node.identity.IdentityRefused;
import org.gorizont.node.storage.StoreFailed;
import org.gorizont.node.storage.StoreRefused;
import org.gorizont.protocol.identity.RecoverySheet;
import org.gorizont.protocol.identity.SheetDamaged;
import org.gorizont.protocol.identity.SheetText;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Endpoint;

/**
 * Puts a backup back: {@code RestoreMain --data DIR FILE asking|alone|rehearsal [HOST PORT]}, with the recovery sheet as text on
 * standard input. Prints {@code unpacked DONE TOTAL}, {@code placed}, then what {@link ReturnMain} prints; {@code refused WHY}
 * and its values with tabs between if nothing is done. Called again after {@code placed}, it goes on from there.
 */
public final class RestoreMain {
    private static final int USAGE = 2;
    private static final int REFUSED = 1;
    private static final int EPOCH_SIZE = 16;
    private static final int WITH_ADDRESS = 6;
    /** Between two words on how far it has come. */
    private static final long TELL_NANOS = 200_000_000L;

    private RestoreMain() {}

    public static void main(String[] args) {
        List<String> words = List.of(args);
        if (words.size() != WITH_ADDRESS && words.size() != WITH_ADDRESS - 2
                || !words.getFirst().equals("--data")) {
            System.err.println(
                    "usage: RestoreMain --data DIR FILE asking|alone|rehearsal [HOST PORT], with the recovery sheet on"
                            + " standard input");
            System.exit(USAGE);
        }
        Optional<Endpoint> from = words.size() == WITH_ADDRESS
                ? Optional.of(new Endpoint(words.get(4), Integer.parseInt(words.get(5))))
                : Optional.empty();
        System.exit(run(Path.of(words.get(1)), Path.of(words.get(2)), words.get(3), from));
    }

    private static int run(Path data, Path file, String mode, Optional<Endpoint> from) {
        try {
            byte[] text = System.in.readNBytes(SheetText.MAX_LENGTH + 1);
            RecoverySheet sheet = SheetText.read(new String(text, StandardCharsets.UTF_8));
            byte[] epoch = new byte[EPOCH_SIZE];
            new SecureRandom().nextBytes(epoch);
            PutBack backup = new PutBack(file, data, sheet);
            if (mode.equals("rehearsal")) {
                backup.rehearse(GorizontNode.PROGRAM, Bytes.wrap(epoch), telling());
                say("rehearsed");
                return 0;
            }
            if (PutBack.underWay(data).isEmpty()) {
                backup.run(GorizontNode.PROGRAM, Bytes.wrap(epoch), telling());
            }
            say("placed");
            try (SchoolReturn school = new SchoolReturn(data, from, mode.equals("alone"), sheet, RestoreMain::say)) {
                if (school.run()) {
                    return 0;
                }
                say("refused NO_CIRCLE");
            }
        } catch (BackupRefused e) {
            say("refused " + e.why() + "\t" + String.join("\t", e.values()));
        } catch (StoreRefused e) {
            say("refused " + e.why().map(Enum::name).orElse("STORE") + "\t" + e.subject() + "\t" + e.getMessage());
        } catch (SheetDamaged | IdentityRefused | ConfigRefused | StoreFailed | IOException | TimeoutException e) {
            say("refused DISK\t" + e.getMessage());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return REFUSED;
    }

    private static void say(String line) {
        System.out.println(line);
    }

    private static Backups.Progress telling() {
        long[] toldAt = {System.nanoTime()};
        return (done, total) -> {
            if (System.nanoTime() - toldAt[0] > TELL_NANOS) {
                toldAt[0] = System.nanoTime();
                say("unpacked " + done + " " + total);
            }
        };
    }
}

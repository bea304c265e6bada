// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.gorizont.node.config.ConfigText;
import org.gorizont.node.config.NodeConfig;
import org.gorizont.node.identity.IdentityRefused;
import org.gorizont.node.identity.NewNode;
import org.gorizont.node.identity.NodeIdentity;
import org.gorizont.protocol.identity.RecoverySheet;
import org.gorizont.protocol.identity.SheetDamaged;
import org.gorizont.protocol.identity.SheetText;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Genesis;

/**
 * Makes the identity of a new school: {@code NewNodeMain --data DIR}, with the recovery sheet as text on standard input,
 * so that it stands in no list of processes. Prints the school's id. Whoever calls it has read the sheet back.
 */
public final class NewNodeMain {
    private static final int USAGE = 2;
    private static final int REFUSED = 1;
    private static final int SEED_SIZE = 32;

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
            SecureRandom random = new SecureRandom();
            NodeIdentity identity =
                    NewNode.create(data, fresh(random, SEED_SIZE), sheet, fresh(random, Genesis.NONCE_SIZE));
            Path config = data.resolve(NodeConfig.FILE);
            if (!Files.exists(config)) {
                Files.writeString(config, ConfigText.of(NodeConfig.DEFAULTS));
            }
            System.out.println(identity.school());
            return 0;
        } catch (SheetDamaged | IdentityRefused | IOException e) {
            System.err.println("gorizont: " + e.getMessage());
            return REFUSED;
        }
    }

    private static Bytes fresh(SecureRandom random, int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return Bytes.wrap(bytes);
    }
}

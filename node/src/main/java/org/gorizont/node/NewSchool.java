// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.gorizont.node.config.ConfigText;
import org.gorizont.node.config.NodeConfig;
import org.gorizont.node.identity.IdentityRefused;
import org.gorizont.node.identity.NewNode;
import org.gorizont.node.identity.NodeIdentity;
import org.gorizont.protocol.identity.RecoverySheet;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Genesis;

/** Makes a school that was not there before: its identity, and a file of settings to change. */
final class NewSchool {
    private static final int SEED_SIZE = 32;

    private NewSchool() {}

    /** @param sheet that people have read back */
    static NodeIdentity make(Path data, RecoverySheet sheet) throws IdentityRefused, IOException {
        SecureRandom random = new SecureRandom();
        NodeIdentity identity =
                NewNode.create(data, fresh(random, SEED_SIZE), sheet, fresh(random, Genesis.NONCE_SIZE));
        Path config = data.resolve(NodeConfig.FILE);
        if (!Files.exists(config)) {
            Files.writeString(config, ConfigText.of(NodeConfig.DEFAULTS));
        }
        return identity;
    }

    private static Bytes fresh(SecureRandom random, int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return Bytes.wrap(bytes);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.identity;

import java.io.IOException;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import org.gorizont.protocol.crypto.Ed25519Signer;
import org.gorizont.protocol.crypto.SealingKeys;
import org.gorizont.protocol.identity.RecoverySheet;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.IdentityChain;
import org.gorizont.protocol.model.PublicKey;
import org.gorizont.protocol.model.SchoolId;

/** The files of a school that comes back with nothing but its recovery sheet, which is written nowhere. */
public final class Returned {
    private Returned() {}

    /**
     * How the holder of a sheet shows itself in TLS.
     *
     * @param certificate of recovery key 1; its dates and names mean nothing
     */
    public record Paper(PrivateKey key, X509Certificate certificate) {}

    /** @param shown stands in the certificate, where nobody reads it */
    public static Paper paper(RecoverySheet sheet, SchoolId shown) {
        PublicKey key = new Ed25519Signer(sheet.returningSeed()).publicKey();
        PrivateKey tlsKey = NodeIdentity.tlsKey(sheet.returningSeed());
        return new Paper(tlsKey, Certificates.selfSigned(tlsKey, key, shown));
    }

    /**
     * Makes the data directory, if needed.
     *
     * @throws IdentityRefused if there is an identity in it already
     */
    public static void begin(Path dataDirectory) throws IOException, IdentityRefused {
        if (NodeIdentity.exists(dataDirectory)) {
            throw new IdentityRefused("there is an identity in " + dataDirectory
                    + " already: only a school that has lost its own comes back in this way");
        }
        NewNode.makeDirectory(dataDirectory);
    }

    /** Keeps the new keys where they do not count yet: before the link that names them is known to anybody. */
    public static void stage(Path dataDirectory, IdentityChain chain, Bytes signingSeed, RecoverySheet sheet)
            throws IOException {
        Seeds seeds = new Seeds(signingSeed, sheet.sealingSeed(chain.epoch()));
        NewNode.stage(dataDirectory, chain, seeds, SealingKeys.publicKey(sheet.backupSeed()));
        NewNode.stageSealing(dataDirectory, chain.epoch(), sheet);
    }

    /** The store has taken the link: its keys count. */
    public static void publish(Path dataDirectory) throws IOException {
        NewNode.publish(dataDirectory);
    }
}

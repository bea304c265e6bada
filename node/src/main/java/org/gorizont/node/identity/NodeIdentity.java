// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import org.gorizont.protocol.crypto.Ed25519Signer;
import org.gorizont.protocol.crypto.SealingKeys;
import org.gorizont.protocol.crypto.Signer;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.IdentityChain;
import org.gorizont.protocol.model.SchoolId;

/**
 * The identity that this node runs under. One Ed25519 seed, two views: {@link #signer} signs heads, {@link #tlsKey} shows
 * itself in TLS; what they sign can never be mistaken for each other, since every signature of the protocol names its
 * context.
 *
 * @param signer signs as the newest key of the chain
 * @param sealingSeed opens what was sealed to the newest sealing key
 * @param certificate for {@code tlsKey}, made at each start; its dates and names mean nothing
 */
public record NodeIdentity(
        IdentityChain chain, Signer signer, Bytes sealingSeed, PrivateKey tlsKey, X509Certificate certificate) {
    private static final String DIRECTORY = "identity";

    /** Whether {@code dataDirectory} has an identity. */
    public static boolean exists(Path dataDirectory) {
        return Files.exists(dataDirectory.resolve(DIRECTORY));
    }

    /**
     * Reads the identity in {@code dataDirectory}.
     *
     * @throws IdentityRefused if there is none, it is damaged, its parts do not fit each other, or others can read it
     */
    public static NodeIdentity load(Path dataDirectory) throws IdentityRefused {
        IdentityFiles files = files(dataDirectory);
        try {
            IdentityChain chain = files.chain();
            return of(chain, files.seeds(chain.epoch()));
        } catch (NoSuchFileException e) {
            throw new IdentityRefused(
                    "there is no identity in " + dataDirectory + ": " + e.getFile()
                            + " is missing. Make one with `gorizont init`, or restore a copy of the directory",
                    e);
        } catch (IOException e) {
            throw new IdentityRefused("cannot read the identity in " + dataDirectory + ": " + e, e);
        }
    }

    /**
     * The identity of a chain and its newest private keys.
     *
     * @throws IdentityRefused if they are not its newest private keys
     */
    public static NodeIdentity of(IdentityChain chain, Seeds seeds) throws IdentityRefused {
        Signer signer = new Ed25519Signer(seeds.signing());
        if (!signer.publicKey().equals(chain.signingKey())) {
            throw new IdentityRefused("the signing seed is not that of the newest key of the identity chain");
        }
        if (!SealingKeys.publicKey(seeds.sealing()).equals(chain.sealingKey())) {
            throw new IdentityRefused("the sealing seed is not that of the newest key of the identity chain");
        }
        PrivateKey key = tlsKey(seeds.signing());
        return new NodeIdentity(
                chain, signer, seeds.sealing(), key, Certificates.selfSigned(key, chain.signingKey(), chain.school()));
    }

    static IdentityFiles files(Path dataDirectory) {
        return new IdentityFiles(dataDirectory.resolve(DIRECTORY));
    }

    public SchoolId school() {
        return chain.school();
    }

    static PrivateKey tlsKey(Bytes seed) {
        try {
            return KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed.toArray()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java platform has no Ed25519", e);
        }
    }

    /** Shows no secret. */
    @Override
    public String toString() {
        return "NodeIdentity[" + chain.school() + ", epoch " + chain.epoch() + "]";
    }
}

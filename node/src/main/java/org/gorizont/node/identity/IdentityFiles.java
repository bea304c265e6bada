// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.identity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.gorizont.node.storage.Durable;
import org.gorizont.protocol.codec.IdentityCodec;
import org.gorizont.protocol.codec.Malformed;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.crypto.Ed25519Signer;
import org.gorizont.protocol.crypto.Ed25519Verifier;
import org.gorizont.protocol.identity.ChainCheck;
import org.gorizont.protocol.identity.ChainVerdict;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.IdentityChain;
import org.gorizont.protocol.model.IdentityClaim;
import org.gorizont.protocol.model.PublicKey;
import org.gorizont.protocol.model.SealingKey;

/** Names and contents of the files in {@code identity/}. Every file is whole or not there. */
final class IdentityFiles {
    private static final String CHAIN = "chain";
    private static final String SIGNING = "signing-";
    private static final String SEALING = "sealing-";
    private static final String SEED = ".seed";
    private static final String BACKUP = "backup.public";

    private final Path directory;

    IdentityFiles(Path directory) {
        this.directory = directory;
    }

    Path directory() {
        return directory;
    }

    /** Seeds first: a chain is never there without the seeds of its newest epoch. */
    void write(IdentityChain chain, Seeds seeds) throws IOException {
        writeSigning(chain.epoch(), seeds.signing());
        writeSealing(chain.epoch(), seeds.sealing());
        write(chain);
    }

    void writeSigning(int epoch, Bytes seed) throws IOException {
        writeSeed(signing(epoch), seed);
    }

    void writeSealing(int epoch, Bytes seed) throws IOException {
        writeSeed(sealing(epoch), seed);
    }

    void write(IdentityChain chain) throws IOException {
        Bytes bytes = IdentityCodec.chain(new IdentityClaim(chain.genesisBytes(), chain.genesis(), chain.links()));
        Durable.replace(directory.resolve(CHAIN), bytes.unsafeArray(), OwnerOnly.fileAttributes(directory));
    }

    void writeBackupKey(SealingKey key) throws IOException {
        byte[] line = (key.bytes().hex() + "\n").getBytes(StandardCharsets.US_ASCII);
        Durable.replace(directory.resolve(BACKUP), line, OwnerOnly.fileAttributes(directory));
    }

    Optional<SealingKey> backupKey() throws IOException {
        Path file = directory.resolve(BACKUP);
        String line = Files.exists(file) ? new String(Files.readAllBytes(file), StandardCharsets.US_ASCII).strip() : "";
        return line.matches("[0-9a-f]{64}") ? Optional.of(new SealingKey(Bytes.ofHex(line))) : Optional.empty();
    }

    IdentityChain chain() throws IOException, IdentityRefused {
        Path file = directory.resolve(CHAIN);
        if (Files.size(file) > Limits.FRAME_BYTES) {
            throw new IdentityRefused("the file " + file + " is too long for an identity chain");
        }
        try {
            IdentityClaim claim = IdentityCodec.chain(Bytes.wrap(Files.readAllBytes(file)));
            return switch (ChainCheck.verify(claim, new Ed25519Verifier())) {
                case ChainVerdict.Valid(IdentityChain chain) -> chain;
                case ChainVerdict.Invalid(String reason) -> throw damaged(file, reason);
            };
        } catch (Malformed e) {
            throw damaged(file, String.valueOf(e.getMessage()));
        }
    }

    Seeds seeds(int epoch) throws IOException, IdentityRefused {
        return new Seeds(readSeed(signing(epoch)), readSeed(sealing(epoch)));
    }

    /** Whether the private half of this signing key is here for that epoch. */
    boolean signing(int epoch, PublicKey key) throws IOException, IdentityRefused {
        Path file = signing(epoch);
        return Files.exists(file)
                && new Ed25519Signer(readSeed(file)).publicKey().equals(key);
    }

    private Path signing(int epoch) {
        return directory.resolve(SIGNING + epoch + SEED);
    }

    private Path sealing(int epoch) {
        return directory.resolve(SEALING + epoch + SEED);
    }

    private void writeSeed(Path file, Bytes seed) throws IOException {
        byte[] line = (seed.hex() + "\n").getBytes(StandardCharsets.US_ASCII);
        Durable.replace(file, line, OwnerOnly.fileAttributes(directory));
        OwnerOnly.restrict(file);
    }

    private static Bytes readSeed(Path file) throws IOException, IdentityRefused {
        OwnerOnly.check(file);
        String line = new String(Files.readAllBytes(file), StandardCharsets.US_ASCII).strip();
        if (!line.matches("[0-9a-f]{64}")) {
            throw damaged(file, "not 64 hexadecimal digits");
        }
        return Bytes.ofHex(line);
    }

    private static IdentityRefused damaged(Path file, String how) {
        return new IdentityRefused("the file " + file + " is damaged (" + how
                + "). Restore it from a copy of this directory, or change keys with the recovery sheet");
    }
}

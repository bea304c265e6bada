// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.lan;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gorizont.node.config.ConfigProblem.Kind;
import org.gorizont.node.config.LanConfig;
import org.gorizont.node.identity.OwnerOnly;

/**
 * What the pages show to browsers of other computers.
 *
 * @param key of the pages
 * @param chain their certificate, then those above it
 * @param authority made by this node, to be trusted once on each computer; empty if the school gave a certificate
 */
public record LanIdentity(PrivateKey key, List<X509Certificate> chain, Optional<X509Certificate> authority) {
    /**
     * The authority of a data directory. It stays with this computer: no backup holds it, since a thief of a backup could
     * pretend to be the pages.
     */
    public static final String FILE = "lan-authority.pem";

    private static final String ALIAS = "pages";

    /**
     * Reads what the school gave, or makes what is missing.
     *
     * @param school in letters that people compare
     * @throws LanRefused if the given files do not do
     * @throws IOException if the authority cannot be kept
     */
    public static LanIdentity open(Path data, LanConfig config, String school, Instant now, SecureRandom random)
            throws LanRefused, IOException {
        if (config.certificate().isPresent() && config.key().isPresent()) {
            return given(config.certificate().get(), config.key().get());
        }
        Path file = data.resolve(FILE);
        Optional<Authority> kept = kept(file).filter(authority -> authority.covers(config.names(), now));
        Authority authority = kept.isPresent()
                ? kept.get()
                : keep(data, Authority.create("Горизонт, узел " + school, config.names(), now, random));
        Authority leaf = authority.leaf("Горизонт, страницы " + school, config.names(), now, random);
        return new LanIdentity(
                leaf.key(), List.of(leaf.certificate(), authority.certificate()), Optional.of(authority.certificate()));
    }

    /** For a TLS server, in memory alone. */
    public KeyStore keyStore() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(ALIAS, key, new char[0], chain.toArray(Certificate[]::new));
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("a key store in memory failed", e);
        }
    }

    /** SHA-256 over a certificate, in pairs of letters as browsers show it. */
    public static String fingerprint(X509Certificate certificate) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return HexFormat.ofDelimiter(":").formatHex(hash).toUpperCase(Locale.ROOT);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no SHA-256, or a certificate that cannot be encoded", e);
        }
    }

    /** The certificate that browsers install. */
    public Optional<byte[]> authorityBytes() {
        return authority.map(certificate -> {
            try {
                return certificate.getEncoded();
            } catch (CertificateEncodingException e) {
                throw new IllegalStateException("a certificate that cannot be encoded", e);
            }
        });
    }

    private static LanIdentity given(Path certificate, Path key) throws LanRefused {
        List<X509Certificate> chain = Pem.read(certificate, "certificate").certificates();
        if (chain.isEmpty()) {
            throw new LanRefused(Kind.NO_CERTIFICATE, "certificate", certificate);
        }
        PrivateKey secret = Pem.read(key, "key").key().orElseThrow(() -> new LanRefused(Kind.NO_KEY, "key", key));
        if (!belong(secret, chain.getFirst())) {
            throw new LanRefused(Kind.OTHER_KEY, "key", key);
        }
        return new LanIdentity(secret, chain, Optional.empty());
    }

    /** Whether what the key signs is what the certificate's key verifies. */
    private static boolean belong(PrivateKey key, X509Certificate certificate) {
        String algorithm = "SHA256with" + (key.getAlgorithm().equals("EC") ? "ECDSA" : key.getAlgorithm());
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(certificate.getTBSCertificate());
            byte[] signed = signature.sign();
            signature.initVerify(certificate.getPublicKey());
            signature.update(certificate.getTBSCertificate());
            return signature.verify(signed);
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    /** One that cannot be read any more is made anew: people trust the new one once more, and nothing is lost. */
    private static Optional<Authority> kept(Path file) {
        try {
            Pem pem = Files.exists(file) ? Pem.read(file, FILE) : new Pem(List.of(), Optional.empty());
            return pem.key()
                    .filter(_ -> !pem.certificates().isEmpty())
                    .map(key -> new Authority(key, pem.certificates().getFirst()));
        } catch (LanRefused _) {
            return Optional.empty();
        }
    }

    private static Authority keep(Path data, Authority authority) throws IOException {
        Path unfinished = data.resolve(FILE + ".new");
        Files.deleteIfExists(unfinished);
        Files.createFile(unfinished, OwnerOnly.fileAttributes(data));
        Files.writeString(unfinished, Pem.write(authority.key(), authority.certificate()), StandardCharsets.US_ASCII);
        Files.move(unfinished, data.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return authority;
    }
}

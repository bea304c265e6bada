// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.lan;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMException;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.util.io.pem.PemObject;
import org.gorizont.node.config.ConfigProblem.Kind;

/**
 * What stands in files of the form PEM (RFC 7468): certificates in their order, and at most one private key without a
 * password.
 */
record Pem(List<X509Certificate> certificates, Optional<PrivateKey> key) {
    private static final long MAX_BYTES = 256 * 1024;

    /**
     * Reads a file.
     *
     * @param setting that names it
     * @throws LanRefused if the file is missing, too large or of another form
     */
    static Pem read(Path file, String setting) throws LanRefused {
        List<X509Certificate> certificates = new ArrayList<>();
        Optional<PrivateKey> key = Optional.empty();
        try (PEMParser parser = new PEMParser(new StringReader(text(file)))) {
            // The library asks for "ECDSA", the Java platform calls these keys "EC".
            JcaPEMKeyConverter keys =
                    new JcaPEMKeyConverter().setAlgorithmMapping(X9ObjectIdentifiers.id_ecPublicKey, "EC");
            for (Object part = parser.readObject(); part != null; part = parser.readObject()) {
                switch (part) {
                    case X509CertificateHolder holder ->
                        certificates.add(new JcaX509CertificateConverter().getCertificate(holder));
                    case PrivateKeyInfo info -> key = Optional.of(keys.getPrivateKey(info));
                    case PEMKeyPair pair -> key = Optional.of(keys.getPrivateKey(pair.getPrivateKeyInfo()));
                    default -> {
                        // Parameters of curves, or a key with a password: it is missed below.
                    }
                }
            }
        } catch (IOException | CertificateException e) {
            throw new LanRefused(Kind.FILE_UNREADABLE, setting, file, String.valueOf(e.getMessage()));
        }
        return new Pem(List.copyOf(certificates), key);
    }

    /** Text of a key and its certificate. */
    static String write(PrivateKey key, X509Certificate certificate) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(new PemObject("PRIVATE KEY", key.getEncoded()));
            writer.writeObject(certificate);
        }
        return text.toString();
    }

    private static String text(Path file) throws IOException {
        if (Files.size(file) > MAX_BYTES) {
            throw new PEMException("longer than " + MAX_BYTES + " bytes");
        }
        return Files.readString(file, StandardCharsets.US_ASCII);
    }
}

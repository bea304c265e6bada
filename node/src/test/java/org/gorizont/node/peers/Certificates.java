// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.peers;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.operator.OperatorException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes keys and certificates, right and wrong ones. */
final class Certificates {
    private static final Instant LONG_AGO = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant FAR_AWAY = Instant.parse("9999-12-31T00:00:00Z");

    private Certificates() {}

    static KeyPair ed25519() {
        return keys("Ed25519");
    }

    static KeyPair keys(String algorithm) {
        try {
            return KeyPairGenerator.getInstance(algorithm).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A public key that is the neutral point, for which everybody can make signatures. */
    static KeyPair smallOrder() {
        EdECPoint neutral = new EdECPoint(false, BigInteger.ONE);
        try {
            PublicKey key = KeyFactory.getInstance("Ed25519")
                    .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, neutral));
            return new KeyPair(key, ed25519().getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static PeerTls selfSigned(KeyPair keys) {
        return new PeerTls(keys.getPrivate(), certificate(keys, keys, "gorizont", LONG_AGO, FAR_AWAY));
    }

    static PeerTls valid(KeyPair keys, Instant from, Instant to) {
        return new PeerTls(keys.getPrivate(), certificate(keys, keys, "gorizont", from, to));
    }

    static PeerTls named(KeyPair keys, String name) {
        return new PeerTls(keys.getPrivate(), certificate(keys, keys, name, LONG_AGO, FAR_AWAY));
    }

    static PeerTls signedBy(KeyPair issuer, KeyPair keys) {
        return new PeerTls(keys.getPrivate(), certificate(issuer, keys, "gorizont", LONG_AGO, FAR_AWAY));
    }

    static org.gorizont.protocol.model.PublicKey keyOf(PeerTls tls) {
        return PeerKeys.of(tls.certificate()).orElseThrow();
    }

    private static X509Certificate certificate(KeyPair issuer, KeyPair keys, String name, Instant from, Instant to) {
        String algorithm = issuer.getPrivate().getAlgorithm();
        try {
            var builder = new X509v3CertificateBuilder(
                    new X500Name("CN=issuer"),
                    BigInteger.ONE,
                    Date.from(from),
                    Date.from(to),
                    new X500Name("CN=" + name),
                    SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded()));
            var signer = new JcaContentSignerBuilder(algorithm.equals("EC") ? "SHA256withECDSA" : "Ed25519");
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer.build(issuer.getPrivate())));
        } catch (OperatorException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

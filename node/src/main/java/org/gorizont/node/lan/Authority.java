// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.lan;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * An authority that signs for the pages of one node alone (RFC 5280). Whoever trusts it trusts it for addresses of private networks
 * and for the names it was made for, not for any other site: its certificate says so, critically (§4.2.1.10).
 */
record Authority(PrivateKey key, X509Certificate certificate) {
    /** A school trusts it once and not again for years. */
    static final Duration LIFE = Duration.ofDays(3_650);
    /** Browsers take no longer ones; a new one is made at each start. */
    static final Duration LIFE_OF_LEAF = Duration.ofDays(397);

    /** Clocks of a school differ. */
    private static final Duration BEFORE = Duration.ofDays(2);

    private static final String SIGNATURE = "SHA256withECDSA";
    private static final int SERIAL_BITS = 120;

    /** @param label what people find in the list of authorities of a browser */
    static Authority create(String label, List<String> names, Instant now, SecureRandom random) {
        KeyPair pair = keyPair(random);
        X500Name name = name(label);
        X509v3CertificateBuilder builder = builder(name, name, pair.getPublic(), now, LIFE, random);
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
            builder.addExtension(Extension.nameConstraints, true, new NameConstraints(LanNames.permitted(names), null));
            return new Authority(pair.getPrivate(), signed(builder, pair.getPrivate()));
        } catch (CertIOException e) {
            throw new IllegalStateException("a certificate of our own cannot be encoded", e);
        }
    }

    /** A key for the pages under these names, with its certificate. */
    Authority leaf(String label, List<String> names, Instant now, SecureRandom random) {
        KeyPair pair = keyPair(random);
        X500Name issuer =
                X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        X509v3CertificateBuilder builder = builder(issuer, name(label), pair.getPublic(), now, LIFE_OF_LEAF, random);
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            builder.addExtension(
                    Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
            builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(LanNames.of(names)));
            return new Authority(pair.getPrivate(), signed(builder, key));
        } catch (CertIOException e) {
            throw new IllegalStateException("a certificate of our own cannot be encoded", e);
        }
    }

    /** Whether browsers would believe it for these names, for as long as a new certificate lives. */
    boolean covers(List<String> names, Instant now) {
        return LanNames.covers(certificate, names)
                && certificate.getNotAfter().toInstant().isAfter(now.plus(LIFE_OF_LEAF));
    }

    private static X509v3CertificateBuilder builder(
            X500Name issuer, X500Name subject, PublicKey key, Instant now, Duration life, SecureRandom random) {
        return new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(SERIAL_BITS, random).setBit(SERIAL_BITS),
                Date.from(now.minus(BEFORE)),
                Date.from(now.minus(BEFORE).plus(life)),
                subject,
                key);
    }

    private static X500Name name(String label) {
        return new X500NameBuilder().addRDN(BCStyle.CN, label).build();
    }

    private static KeyPair keyPair(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java platform has no P-256", e);
        }
    }

    private static X509Certificate signed(X509v3CertificateBuilder builder, PrivateKey key) {
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder(SIGNATURE).build(key)));
        } catch (OperatorCreationException | CertificateException e) {
            throw new IllegalStateException("this Java platform does not sign with P-256", e);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.identity;

import java.math.BigInteger;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.gorizont.protocol.model.PublicKey;
import org.gorizont.protocol.model.SchoolId;

/** Self-signed Ed25519 certificates (RFC 8410): a form in which TLS carries a key, and no statement. */
final class Certificates {
    private static final Date FROM = Date.from(Instant.EPOCH);
    /** "No well-defined expiration date" of RFC 5280 §4.1.2.5. */
    private static final Date UNTIL = Date.from(Instant.parse("9999-12-31T23:59:59Z"));

    private Certificates() {}

    static X509Certificate selfSigned(PrivateKey key, PublicKey publicKey, SchoolId school) {
        X500Name name = new X500Name("CN=gorizont-" + school.shortForm());
        SubjectPublicKeyInfo info = new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(EdECObjectIdentifiers.id_Ed25519),
                publicKey.bytes().toArray());
        X509v3CertificateBuilder builder = new X509v3CertificateBuilder(name, BigInteger.ONE, FROM, UNTIL, name, info);
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder("Ed25519").build(key)));
        } catch (OperatorCreationException | CertificateException e) {
            throw new IllegalStateException("this Java platform does not sign with Ed25519", e);
        }
    }
}

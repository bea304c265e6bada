// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.peers;

import java.security.cert.Certificate;
import java.security.interfaces.EdECPublicKey;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.gorizont.protocol.crypto.Ed25519Verifier;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.PublicKey;

/** Reads Ed25519 keys out of certificates. Nothing else in a certificate means anything here. */
final class PeerKeys {
    /** DER of SubjectPublicKeyInfo up to the 32 bytes of the key (RFC 8410 §4). */
    private static final byte[] PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private PeerKeys() {}

    /** The key of a certificate, if it is an Ed25519 point of full order. */
    static Optional<PublicKey> of(Certificate certificate) {
        if (!(certificate.getPublicKey() instanceof EdECPublicKey key)) {
            return Optional.empty();
        }
        byte[] der = key.getEncoded();
        if (der.length != PREFIX.length + PublicKey.SIZE
                || !Arrays.equals(der, 0, PREFIX.length, PREFIX, 0, PREFIX.length)) {
            return Optional.empty();
        }
        PublicKey found = new PublicKey(Bytes.wrap(Arrays.copyOfRange(der, PREFIX.length, der.length)));
        return Optional.of(found).filter(new Ed25519Verifier()::isUsable);
    }

    /** What the handshake of this session proved of the other side. */
    static Optional<PublicKey> of(SSLSession session) {
        try {
            Certificate[] chain = session.getPeerCertificates();
            return chain.length == 1 ? of(chain[0]) : Optional.empty();
        } catch (SSLPeerUnverifiedException e) {
            return Optional.empty();
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.peers;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.KeyPair;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Optional;
import org.gorizont.protocol.model.PublicKey;
import org.junit.jupiter.api.Test;

class PinnedKeysTest {
    private static final KeyPair KEYS = Certificates.ed25519();
    private static final X509Certificate OWN = Certificates.selfSigned(KEYS).certificate();
    private static final X509Certificate OTHER =
            Certificates.selfSigned(Certificates.ed25519()).certificate();

    private static void check(Optional<PublicKey> expected, X509Certificate... chain) throws CertificateException {
        PinnedKeys pinned = new PinnedKeys(expected);
        pinned.checkServerTrusted(chain, "UNKNOWN");
        pinned.checkClientTrusted(chain, "UNKNOWN");
    }

    @Test
    void readsTheKeyOfCertificate() {
        byte[] spki = KEYS.getPublic().getEncoded();

        PublicKey key = PeerKeys.of(OWN).orElseThrow();

        assertEquals(PublicKey.SIZE, key.bytes().size());
        assertEquals(key.bytes().hex(), HexFormat.of().formatHex(spki, spki.length - PublicKey.SIZE, spki.length));
    }

    @Test
    void t01TrustsTheExpectedKeyAlone() {
        Optional<PublicKey> expected = PeerKeys.of(OWN);

        assertDoesNotThrow(() -> check(expected, OWN));
        assertThrows(CertificateException.class, () -> check(expected, OTHER));
    }

    @Test
    void trustsAnyKeyWhenNoneIsExpected() {
        assertDoesNotThrow(() -> check(Optional.empty(), OWN));
        assertDoesNotThrow(() -> check(Optional.empty(), OTHER));
    }

    @Test
    void t03RefusesChains() {
        Optional<PublicKey> expected = PeerKeys.of(OWN);

        assertThrows(CertificateException.class, () -> check(expected, OWN, OTHER));
        assertThrows(CertificateException.class, () -> check(expected));
    }

    @Test
    void t01RefusesKeysOfOtherKinds() {
        X509Certificate elliptic =
                Certificates.selfSigned(Certificates.keys("EC")).certificate();
        X509Certificate ed448 =
                Certificates.signedBy(KEYS, Certificates.keys("Ed448")).certificate();

        assertThrows(CertificateException.class, () -> check(Optional.empty(), elliptic));
        assertThrows(CertificateException.class, () -> check(Optional.empty(), ed448));
    }

    @Test
    void w23RefusesKeyOfSmallOrder() {
        X509Certificate smallOrder =
                Certificates.signedBy(KEYS, Certificates.smallOrder()).certificate();

        assertThrows(CertificateException.class, () -> check(Optional.empty(), smallOrder));
    }
}

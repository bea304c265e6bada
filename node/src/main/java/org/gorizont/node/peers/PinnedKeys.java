// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.peers;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.gorizont.protocol.core.DialProblem;
import org.gorizont.protocol.model.PublicKey;

/**
 * Trusts one certificate with an Ed25519 key: the expected key, or any. Dates, names, issuers and the certificate's own
 * signature are no check: the handshake proves the key, and the key is all that counts.
 *
 * <p>Extends the <i>extended</i> class on purpose: the JDK would wrap a plain trust manager into one that checks host
 * names and algorithms.
 */
final class PinnedKeys extends X509ExtendedTrustManager {
    private final Optional<PublicKey> expected;

    PinnedKeys(Optional<PublicKey> expected) {
        this.expected = expected;
    }

    private void check(X509Certificate[] chain) throws CertificateException {
        if (chain.length != 1) {
            throw new ForeignCertificate(DialProblem.INTERCEPTED, "not exactly one certificate: " + chain.length);
        }
        PublicKey key = PeerKeys.of(chain[0])
                .orElseThrow(() -> new ForeignCertificate(DialProblem.INTERCEPTED, "no usable Ed25519 key"));
        if (expected.isPresent() && !expected.get().equals(key)) {
            throw new ForeignCertificate(
                    isOwn(chain[0]) ? DialProblem.WRONG_KEY : DialProblem.INTERCEPTED, "not the expected key");
        }
    }

    /** Nodes sign their certificates themselves; what opens connections signs as an authority. */
    private static boolean isOwn(X509Certificate certificate) {
        try {
            certificate.verify(certificate.getPublicKey());
            return true;
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        check(chain);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}

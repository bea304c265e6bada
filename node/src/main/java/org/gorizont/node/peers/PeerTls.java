// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.peers;

import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.IdentityCipherSuiteFilter;
import io.netty.handler.ssl.JdkSslContext;
import io.netty.handler.ssl.SslContext;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.gorizont.protocol.model.PublicKey;

/**
 * How this node shows itself in TLS: 1.3 only, both sides with a certificate. The JDK's TLS, since BoringSSL does not
 * accept Ed25519 certificates.
 *
 * @param key an Ed25519 key of the JDK
 * @param certificate for that key, made by this node itself
 */
public record PeerTls(PrivateKey key, X509Certificate certificate) {
    private static final String TLS_1_3 = "TLSv1.3";
    private static final List<String> SUITES =
            List.of("TLS_AES_128_GCM_SHA256", "TLS_CHACHA20_POLY1305_SHA256", "TLS_AES_256_GCM_SHA384");
    private static final ApplicationProtocolConfig HTTP_2 = new ApplicationProtocolConfig(
            ApplicationProtocolConfig.Protocol.ALPN,
            ApplicationProtocolConfig.SelectorFailureBehavior.NO_ADVERTISE,
            ApplicationProtocolConfig.SelectedListenerFailureBehavior.ACCEPT,
            ApplicationProtocolNames.HTTP_2);

    /** For accepting: any usable Ed25519 key; who it belongs to is asked in Hello. */
    SslContext accepting() {
        return context(Optional.empty(), false);
    }

    /** For dialling: the expected key, when there is one. */
    SslContext dialling(Optional<PublicKey> expected) {
        return context(expected, true);
    }

    /** Netty's builder would test the JDK with an RSA key and make a key store first: most of a second at each start. */
    private SslContext context(Optional<PublicKey> expected, boolean client) {
        try {
            SSLContext jdk = SSLContext.getInstance(TLS_1_3);
            jdk.init(
                    new KeyManager[] {new OwnKey(key, certificate)},
                    new TrustManager[] {new PinnedKeys(expected)},
                    null);
            return new JdkSslContext(
                    jdk,
                    client,
                    SUITES,
                    IdentityCipherSuiteFilter.INSTANCE,
                    HTTP_2,
                    ClientAuth.REQUIRE,
                    new String[] {TLS_1_3},
                    false);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("TLS does not take this node's own key", e);
        }
    }
}

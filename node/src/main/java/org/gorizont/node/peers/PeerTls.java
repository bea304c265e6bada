// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.peers;

import io.grpc.netty.GrpcSslContexts;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLException;
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

    /** For accepting: any usable Ed25519 key; who it belongs to is asked in Hello. */
    SslContext accepting() {
        return build(SslContextBuilder.forServer(key, certificate)
                .clientAuth(ClientAuth.REQUIRE)
                .trustManager(new PinnedKeys(Optional.empty())));
    }

    /** For dialling: the expected key, when there is one. */
    SslContext dialling(Optional<PublicKey> expected) {
        return build(SslContextBuilder.forClient().keyManager(key, certificate).trustManager(new PinnedKeys(expected)));
    }

    private static SslContext build(SslContextBuilder builder) {
        try {
            return GrpcSslContexts.configure(builder, SslProvider.JDK)
                    .protocols(TLS_1_3)
                    .build();
        } catch (SSLException e) {
            throw new IllegalStateException("TLS does not take this node's own key", e);
        }
    }
}

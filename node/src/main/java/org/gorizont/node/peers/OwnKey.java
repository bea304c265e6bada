// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.peers;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/** Shows the node's one certificate to whoever takes Ed25519. */
final class OwnKey extends X509ExtendedKeyManager {
    private static final String ALIAS = "own";
    /** What the JDK calls the kind of key in certificates of TLS 1.3. */
    private static final String KIND = "EdDSA";

    private final PrivateKey key;
    private final X509Certificate certificate;

    OwnKey(PrivateKey key, X509Certificate certificate) {
        this.key = key;
        this.certificate = certificate;
    }

    @Override
    public @Nullable String chooseEngineClientAlias(
            String[] kinds, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
        return alias(kinds);
    }

    @Override
    public @Nullable String chooseEngineServerAlias(
            String kind, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
        return alias(kind);
    }

    @Override
    public @Nullable String chooseClientAlias(String[] kinds, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return alias(kinds);
    }

    @Override
    public @Nullable String chooseServerAlias(String kind, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return alias(kind);
    }

    @Override
    public String @Nullable [] getClientAliases(String kind, Principal @Nullable [] issuers) {
        return aliases(kind);
    }

    @Override
    public String @Nullable [] getServerAliases(String kind, Principal @Nullable [] issuers) {
        return aliases(kind);
    }

    @Override
    public X509Certificate @Nullable [] getCertificateChain(String alias) {
        return alias.equals(ALIAS) ? new X509Certificate[] {certificate} : null;
    }

    @Override
    public @Nullable PrivateKey getPrivateKey(String alias) {
        return alias.equals(ALIAS) ? key : null;
    }

    private static @Nullable String alias(String... kinds) {
        for (String kind : kinds) {
            if (kind.equals(KIND)) {
                return ALIAS;
            }
        }
        return null;
    }

    private static String @Nullable [] aliases(String kind) {
        return kind.equals(KIND) ? new String[] {ALIAS} : null;
    }
}

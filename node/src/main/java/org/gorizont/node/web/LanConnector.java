// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** The way in for other computers of the school: TLS 1.2 or newer, with the same limits as on this machine. */
final class LanConnector {
    private LanConnector() {}

    static ServerConnector of(Server server, HttpConfiguration http, WebPages.Lan lan) {
        HttpConfiguration https = new HttpConfiguration(http);
        SecureRequestCustomizer secure = new SecureRequestCustomizer();
        // Who asks for an address sends no name; the gate looks at the Host header in any case.
        secure.setSniHostCheck(false);
        https.addCustomizer(secure);
        SslContextFactory.Server tls = new SslContextFactory.Server();
        tls.setKeyStore(lan.identity().keyStore());
        tls.setKeyStorePassword("");
        tls.setIncludeProtocols("TLSv1.3", "TLSv1.2");
        ServerConnector connector = new ServerConnector(
                server,
                1,
                1,
                new SslConnectionFactory(tls, HttpVersion.HTTP_1_1.asString()),
                new HttpConnectionFactory(https));
        connector.setHost(lan.host());
        connector.setPort(lan.port());
        PageServer.limit(connector);
        return connector;
    }
}

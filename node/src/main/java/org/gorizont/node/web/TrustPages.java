// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import java.util.Optional;
import org.gorizont.node.lan.LanIdentity;
import org.gorizont.node.web.page.Frame;
import org.gorizont.node.web.page.Links;
import org.gorizont.node.web.page.TrustPage;

/** How other computers of the school come to these pages, and how their browsers learn to trust them. */
final class TrustPages {
    private static final String CERTIFICATE = "application/x-x509-ca-cert";
    private static final int HTTPS = 443;

    private final Site site;
    private final Optional<WebPages.Lan> lan;

    TrustPages(Site site, Optional<WebPages.Lan> lan) {
        this.site = site;
        this.lan = lan;
    }

    /** Open: whoever needs the certificate cannot enter yet, and it is no secret. */
    List<Route> routes() {
        return List.of(
                Route.open(Route.Method.GET, Links.TRUST, this::trust),
                Route.open(Route.Method.GET, Links.AUTHORITY, this::authority));
    }

    private void trust(Context context) {
        Frame frame = site.reader().frameWithoutStatus(context, "trust.title");
        List<String> addresses = lan.stream()
                .flatMap(open -> open.names().stream()
                        .map(name -> "https://" + name + (open.port() == HTTPS ? "/" : ":" + open.port() + "/")))
                .toList();
        Optional<String> fingerprint =
                lan.flatMap(open -> open.identity().authority()).map(LanIdentity::fingerprint);
        site.show(context, "trust", new TrustPage(frame, addresses, fingerprint));
    }

    private void authority(Context context) {
        byte[] certificate =
                lan.flatMap(open -> open.identity().authorityBytes()).orElseThrow(NotFoundResponse::new);
        context.header(Header.CONTENT_DISPOSITION, "attachment; filename=\"gorizont.crt\"");
        context.contentType(CERTIFICATE);
        context.result(certificate);
    }
}

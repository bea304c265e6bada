// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.Handler;
import io.javalin.http.SameSite;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.gorizont.node.accounts.OneTimeCode;
import org.gorizont.node.web.page.Who;
import org.jspecify.annotations.Nullable;

/** In front of the pages of the first start: lets in whoever has the one-time code, and their own forms alone. */
final class SetupDoor {
    private static final int TOKEN_BYTES = 32;

    private final OneTimeCode code;
    private final String token;
    private final Who founding;

    SetupDoor(OneTimeCode code, SecureRandom random) {
        this.code = code;
        this.token = fresh(random);
        this.founding = new Who.Founding(fresh(random));
    }

    /** @param outside answers whoever is not in */
    void pass(Context context, Route route, Handler outside) throws Exception {
        Who who = isIn(context) ? founding : new Who.Stranger();
        Door.isAsking(context, who);
        if (route.right().isPresent() && !who.may(route.right().get())) {
            outside.handle(context);
        } else if (route.method() == Route.Method.POST && !same(who.csrf(), context.formParam(Door.CSRF))) {
            throw new ForbiddenResponse();
        } else {
            route.handler().handle(context);
        }
    }

    /** Whether the code is right; then whoever has typed it is in. */
    boolean enter(Context context, String typed) {
        if (!code.fits(typed)) {
            return false;
        }
        Cookie cookie = new Cookie(cookieName(context), token, "/", -1, false, true);
        cookie.setSameSite(SameSite.STRICT);
        context.cookie(cookie);
        return true;
    }

    private boolean isIn(Context context) {
        return same(token, context.cookie(cookieName(context)));
    }

    private static boolean same(String own, @Nullable String shown) {
        String other = Optional.ofNullable(shown).orElse("");
        return MessageDigest.isEqual(own.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static String cookieName(Context context) {
        return "gorizont-setup-" + context.port();
    }

    private static String fresh(SecureRandom random) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}

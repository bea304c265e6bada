// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.gorizont.node.runtime.StoreHealth;
import org.gorizont.node.vocabulary.Vocabularies;
import org.gorizont.node.web.page.Frame;
import org.gorizont.node.web.text.Language;
import org.gorizont.node.web.text.Wording;
import org.gorizont.protocol.core.Refusal;
import org.gorizont.protocol.core.ReplicaStatus;
import org.gorizont.protocol.domain.SchoolCard;
import org.gorizont.protocol.model.SchoolId;

/**
 * What is known of whoever asks: the language (asked for, else remembered, else Russian), and the clock of the school.
 */
final class Reader {
    private static final String LANGUAGE = "lang";
    private static final int YEAR_SECONDS = 365 * 24 * 60 * 60;

    private final Function<SchoolId, Optional<SchoolCard>> cards;
    private final Vocabularies vocabularies;
    private final Supplier<StoreHealth> store;

    /**
     * Reads what concerns everybody.
     *
     * @param cards what schools say of themselves, as far as it is known
     * @param store never waits
     */
    Reader(Function<SchoolId, Optional<SchoolCard>> cards, Vocabularies vocabularies, Supplier<StoreHealth> store) {
        this.cards = cards;
        this.vocabularies = vocabularies;
        this.store = store;
    }

    /** Everything around the content of a page. */
    Frame frame(Context context, ReplicaStatus status, Frame.Tab tab, String titleKey) {
        Wording words = words(context, status);
        return new Frame(
                words,
                words.say(titleKey),
                tab,
                here(context),
                Door.who(context),
                status.writing().map(why -> alert(words, why)),
                store.get());
    }

    /** The same for a page that tells of a failure, or lets people in: asks nothing that may fail itself. */
    Frame frameWithoutStatus(Context context, String titleKey) {
        return frameWithoutStatus(context, Frame.Tab.NONE, titleKey);
    }

    Frame frameWithoutStatus(Context context, Frame.Tab tab, String titleKey) {
        Wording words = new Wording(language(context), vocabularies, ZoneId.systemDefault());
        return new Frame(
                words, words.say(titleKey), tab, here(context), Door.who(context), Optional.empty(), store.get());
    }

    private Wording words(Context context, ReplicaStatus status) {
        ZoneId zone = cards.apply(status.self())
                .flatMap(card -> Wording.zoneOf(card.location().zone()))
                .orElseGet(ZoneId::systemDefault);
        return new Wording(language(context), vocabularies, zone);
    }

    private static Language language(Context context) {
        Optional<Language> asked =
                Optional.ofNullable(context.queryParam(LANGUAGE)).flatMap(Language::of);
        asked.ifPresent(language -> context.cookie(cookie(language)));
        return asked.or(() -> Optional.ofNullable(context.cookie(LANGUAGE)).flatMap(Language::of))
                .orElse(Language.RUSSIAN);
    }

    private static Cookie cookie(Language language) {
        Cookie cookie = new Cookie(LANGUAGE, language.code(), "/", YEAR_SECONDS, false, true);
        cookie.setSameSite(SameSite.STRICT);
        return cookie;
    }

    /** The address that was asked for, without the language. */
    String here(Context context) {
        String query = Optional.ofNullable(context.queryString()).orElse("");
        StringBuilder kept = new StringBuilder();
        for (String part : query.split("&")) {
            if (!part.isEmpty() && !part.startsWith(LANGUAGE + "=")) {
                kept.append(kept.isEmpty() ? '?' : '&').append(part);
            }
        }
        return context.path() + kept;
    }

    private static String alert(Wording words, Refusal why) {
        return switch (why) {
            case RECOVERING, STOPPED_BY_HIGHER_HEAD, STOPPED_BY_FORK, STORE_READ_ONLY, KEYS_CHANGED ->
                words.say("stopped." + why);
            default -> words.say("stopped.other");
        };
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.Set;
import org.gorizont.node.accounts.People;
import org.gorizont.node.accounts.Role;

/** Lets the people of a sample network in: one of each role, under its name. */
record Entering(People people, Chromium chromium, WebPages pages) {
    void everyRole() throws Exception {
        for (Role role : Role.values()) {
            people.accounts().give(role.code(), "Имя: " + role.code(), Set.of(role));
        }
    }

    String account(Role role) {
        return people.accounts().withLogin(role.code()).orElseThrow().id();
    }

    Visit as(Role role, boolean phone) {
        return enter(phone ? Visit.phone(chromium, pages) : Visit.desktop(chromium, pages), role);
    }

    Visit enter(Visit visit, Role role) {
        return enter(visit, account(role));
    }

    /** @param account its id */
    Visit enter(Visit visit, String account) {
        String token = people.sessions().begin(account);
        String address = pages.address().toString();
        visit.page()
                .context()
                .addCookies(List.of(new Cookie("gorizont-" + pages.address().getPort(), token).setUrl(address)));
        return visit;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web.page;

import java.util.Optional;
import org.gorizont.node.accounts.Right;
import org.gorizont.node.web.text.Wording;

/**
 * What every page has around its content.
 *
 * @param title of the page, without the name of the program
 * @param here address of this page, for the language switch
 * @param who whoever reads
 * @param alert what the people of this school must know on every page
 */
public record Frame(Wording words, String title, Tab tab, String here, Who who, Optional<String> alert) {
    public String say(String key, Object... values) {
        return words.say(key, values);
    }

    public boolean may(Right right) {
        return who.may(right);
    }

    /** Whether anybody at this computer reads, since nobody has an account yet. */
    public boolean isBeforeAccounts() {
        return who instanceof Who.BeforeAccounts;
    }

    /** Address of this page in the other language. */
    public String inOtherLanguage() {
        String sign = here.contains("?") ? "&" : "?";
        return here + sign + "lang=" + words.language().other().code();
    }

    /** Sections of the navigation. */
    public enum Tab {
        HOME,
        SEARCH,
        SCHOOLS,
        NETWORKS,
        DESK,
        OURS,
        ACCOUNTS,
        HISTORY,
        HELP,
        NONE
    }
}

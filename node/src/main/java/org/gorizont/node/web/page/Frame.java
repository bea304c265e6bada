// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web.page;

import java.util.Optional;
import org.gorizont.node.accounts.Right;
import org.gorizont.node.runtime.StoreHealth;
import org.gorizont.node.web.text.Wording;

/**
 * What every page has around its content.
 *
 * @param title of the page, without the name of the program
 * @param here address of this page, for the language switch
 * @param who whoever reads
 * @param alert what the people of this school must know on every page
 * @param store what the disk allows
 */
public record Frame(
        Wording words, String title, Tab tab, String here, Who who, Optional<String> alert, StoreHealth store) {
    private static final long MEBIBYTE = 1L << 20;

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

    /**
     * What people must know of the disk; empty while it is well.
     *
     * @param grave whether nothing can be published
     */
    public record DiskNotice(boolean grave, String title, String text) {}

    public Optional<DiskNotice> disk() {
        if (store.state() == StoreHealth.State.ENOUGH) {
            return Optional.empty();
        }
        String key = "disk." + store.state();
        return Optional.of(new DiskNotice(
                !store.writes(), say(key + ".title"), say(key + ".text", Math.max(0, store.freeBytes()) / MEBIBYTE)));
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

// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import java.util.Locale;
import org.gorizont.node.accounts.AccountRefused;

/** Words for what accounts refuse. */
final class Accounting {
    private Accounting() {}

    /** Key of the phrase that says why a change of an account was not made. */
    static String words(AccountRefused refused) {
        return "account.refused." + refused.why().name().toLowerCase(Locale.ROOT);
    }
}

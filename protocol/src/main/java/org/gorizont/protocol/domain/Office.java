// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.domain;

/** How to reach a school's office, never a person. Each may be empty; none is a link by itself. */
public record Office(String site, String phone, String mail) {
    public Office {
        Texts.optional("site", site, TextLimit.LINE);
        Texts.optional("officePhone", phone, TextLimit.LINE);
        Texts.optional("officeMail", mail, TextLimit.LINE);
    }
}

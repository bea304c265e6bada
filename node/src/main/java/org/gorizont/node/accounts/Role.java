// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.accounts;

import java.util.Locale;
import java.util.Optional;

/** What somebody is at this school, as far as the node is concerned. An account may have several roles. */
public enum Role {
    ADMINISTRATOR,
    DIRECTOR,
    DEPUTY,
    KEEPER,
    METHODIST,
    TEACHER,
    GUEST;

    /** As it stands in files, forms and commands. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> of(String code) {
        for (Role role : values()) {
            if (role.code().equals(code)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.command;

import java.util.List;

/** What somebody is at the school, as it is typed. */
enum RoleCode {
    administrator,
    director,
    deputy,
    keeper,
    methodist,
    teacher,
    guest;

    static List<String> names(List<RoleCode> codes) {
        return codes.stream().map(RoleCode::name).toList();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.accounts;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of docs/roles.md is the one that the program goes by. */
final class RolesPageTest {
    private static final Path PAGE = Path.of(System.getProperty("gorizont.home", ".."), "docs", "roles.md");

    @Test
    void thePageShowsTheTableOfTheProgram() throws IOException {
        String table = table();

        assertTrue(Files.readString(PAGE).contains(table), "docs/roles.md lacks the table:\n" + table);
    }

    private static String table() {
        StringBuilder table = new StringBuilder("| | ");
        table.append(Arrays.stream(Role.values()).map(Role::code).collect(Collectors.joining(" | ")))
                .append(" |\n|---")
                .append("|:-:".repeat(Role.values().length))
                .append("|\n");
        for (Right right : Right.values()) {
            table.append("| ").append(right.name());
            for (Role role : Role.values()) {
                table.append(right.isOf(Set.of(role)) ? " | yes" : " | ");
            }
            table.append(" |\n");
        }
        return table.toString();
    }
}

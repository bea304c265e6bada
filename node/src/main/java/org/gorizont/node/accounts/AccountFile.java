// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.accounts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.gorizont.node.identity.OwnerOnly;
import org.gorizont.node.storage.Durable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The accounts on disk: {@code accounts.json} of the data directory, for its owner alone; replaced as a whole. */
final class AccountFile {
    private static final String NAME = "accounts.json";
    private static final int VERSION = 1;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Path file;

    AccountFile(Path dataDirectory) {
        this.file = dataDirectory.resolve(NAME);
    }

    /** @throws IOException if the file is there and is not what {@link #write} writes */
    List<Account> read() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            JsonNode tree = JSON.readTree(Files.readString(file));
            if (tree.path("version").asInt(0) != VERSION) {
                throw new IOException(file + " is of another version of the program");
            }
            List<Account> accounts = new ArrayList<>();
            for (JsonNode each : tree.path("accounts")) {
                accounts.add(account(each));
            }
            return accounts;
        } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
            throw new IOException(file + " is damaged: put it back from a backup, or remove it to begin anew", e);
        }
    }

    void write(List<Account> accounts) throws IOException {
        ObjectNode tree = JSON.createObjectNode().put("version", VERSION);
        ArrayNode list = tree.putArray("accounts");
        accounts.forEach(account -> list.add(tree(account)));
        Durable.replace(
                file,
                JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tree).getBytes(StandardCharsets.UTF_8),
                OwnerOnly.fileAttributes(file));
    }

    private static ObjectNode tree(Account account) {
        ObjectNode tree = JSON.createObjectNode()
                .put("id", account.id())
                .put("login", account.login())
                .put("name", account.name())
                .put("blocked", account.blocked())
                .put("madeAt", account.madeAt().toString());
        ArrayNode roles = tree.putArray("roles");
        account.orderedRoles().forEach(role -> roles.add(role.code()));
        switch (account.secret()) {
            case Account.Secret.Password(String hash) -> tree.put("password", hash);
            case Account.Secret.Code(String hash, Instant until) ->
                tree.put("code", hash).put("codeUntil", until.toString());
        }
        return tree;
    }

    private static Account account(JsonNode tree) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (JsonNode code : tree.path("roles")) {
            roles.add(
                    Role.of(code.asString()).orElseThrow(() -> new IllegalArgumentException("no such role: " + code)));
        }
        return new Account(
                text(tree, "id"),
                text(tree, "login"),
                text(tree, "name"),
                roles,
                tree.has("password")
                        ? new Account.Secret.Password(text(tree, "password"))
                        : new Account.Secret.Code(text(tree, "code"), Instant.parse(text(tree, "codeUntil"))),
                tree.path("blocked").asBoolean(),
                Instant.parse(text(tree, "madeAt")));
    }

    private static String text(JsonNode tree, String name) {
        JsonNode value = tree.path(name);
        if (!value.isString()) {
            throw new IllegalArgumentException("no " + name);
        }
        return value.stringValue();
    }
}

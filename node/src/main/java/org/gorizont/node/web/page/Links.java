// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.gorizont.node.readmodel.RecordKey;
import org.gorizont.node.setup.Step;
import org.gorizont.protocol.domain.Kinds;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Kind;
import org.gorizont.protocol.model.RecordId;
import org.gorizont.protocol.model.SchoolId;

/** Addresses of the pages. Made of ids only; what people typed is escaped. */
public final class Links {
    public static final String SCHOOLS = "/schools";
    public static final String NETWORKS = "/networks";
    public static final String SEARCH = "/search";
    public static final String PRACTICES = "/practices";
    public static final String RESOURCES = "/resources";

    public static final String ENTER = "/enter";
    public static final String LEAVE = "/leave";
    public static final String FIRST = "/first";
    public static final String WELCOME = "/welcome";
    public static final String ME = "/me";
    public static final String ACCOUNTS = "/accounts";
    public static final String HANDOVER = "/handover";
    public static final String HISTORY = "/history";

    /** The first start; its steps lie below. */
    public static final String BEGIN = "/begin";
    /** Looking at a code of invitation, then following what comes of it. */
    public static final String JOIN = BEGIN + "/join";

    public static final String JOINING = BEGIN + "/joining";
    public static final String FOUND = BEGIN + "/found";
    /** Where a recovery sheet is read back. */
    public static final String CHECK = BEGIN + "/check";
    /** Whether what comes after the school was made answers. */
    public static final String READY = BEGIN + "/ready";

    public static final String TRUST = "/trust";
    public static final String AUTHORITY = TRUST + "/gorizont.crt";
    public static final String NOTICES = "/notices";

    public static final String DESK = "/desk";
    public static final String PUBLISH = "/desk/publish";
    public static final String OURS = "/ours";
    public static final String IMPORT = "/desk/import";
    public static final String BELLS = "/bells";

    private Links() {}

    public static String step(Step step) {
        return BEGIN + "/" + step.code();
    }

    public static String ready(String code) {
        return READY + "?code=" + escaped(code);
    }

    /** The page of the first account, with the one-time code filled in. */
    public static String first(String code) {
        return FIRST + "?code=" + escaped(code);
    }

    /** Into the first start, with its one-time code. */
    public static String begin(String code) {
        return BEGIN + "?code=" + escaped(code);
    }

    public static String sheet(String id) {
        return DESK + "/" + id;
    }

    /** A week of a draft of a resource's time. */
    public static String week(String id, LocalDate monday) {
        return sheet(id) + "?week=" + monday;
    }

    /** The bells, and from there back to a draft. */
    public static String bells(String sheet) {
        return BELLS + "?back=" + sheet;
    }

    public static String own(RecordId record) {
        return OURS + "/" + record;
    }

    /** The list of own records. */
    public static String ours(String typed, String kind, String order, int from) {
        return OURS + "?q=" + escaped(typed) + "&kind=" + escaped(kind) + "&order=" + escaped(order)
                + (from == 0 ? "" : "&from=" + from);
    }

    /** An address of these pages, as it was asked for; anything else leads to the first page. */
    public static String own(String address) {
        boolean plain = address.matches("/[A-Za-z0-9/._?=&%+-]*")
                && !address.startsWith("//")
                && !address.startsWith(ENTER)
                && !address.startsWith(LEAVE);
        return plain ? address : "/";
    }

    public static String school(SchoolId id) {
        return SCHOOLS + "/" + id;
    }

    public static String circle(CircleId id) {
        return NETWORKS + "/" + id;
    }

    public static String practice(RecordKey key) {
        return PRACTICES + "/" + key.school() + "/" + key.record();
    }

    public static String resource(RecordKey key) {
        return RESOURCES + "/" + key.school() + "/" + key.record();
    }

    /** The page of a record that a search has found. */
    public static String found(RecordKey key, Kind kind) {
        if (kind.equals(Kinds.SCHOOL)) {
            return school(key.school());
        }
        return kind.equals(Kinds.PRACTICE) ? practice(key) : resource(key);
    }

    public static String search(String typed, String kind, int from) {
        String address = SEARCH + "?q=" + escaped(typed);
        if (!kind.isEmpty()) {
            address += "&kind=" + escaped(kind);
        }
        return from == 0 ? address : address + "&from=" + from;
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

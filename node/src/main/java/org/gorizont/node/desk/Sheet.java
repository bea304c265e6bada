// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.desk;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.RecordId;

/**
 * A draft as it lies on the desk. Its fields are as they were typed, and may be unfit at any moment.
 *
 * @param id 16 hexadecimal digits
 * @param record new, or that of the school's own record which it changes
 * @param fields what was typed, by the name of the field, in the order of the form
 * @param author id of the account
 * @param revision 1 at first, one more with every change
 * @param basedOn names the own record as it stood when the draft was begun; empty if there was none
 * @param base content of that record: what the form does not show stays as it is there
 */
public record Sheet(
        String id,
        FormKind kind,
        RecordId record,
        Map<String, String> fields,
        String author,
        Instant changedAt,
        int revision,
        State state,
        Optional<Hash> basedOn,
        Optional<Bytes> base) {
    public Sheet {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** How far a draft has come. */
    public enum State {
        /** Its author writes; nobody else sees it. */
        WRITING,
        /** Handed to whoever publishes. */
        OFFERED,
        /** Thrown away, and kept for a day in case that was a mistake. */
        GONE
    }

    /** What it calls itself; empty if nothing is typed there, or if its kind has no name. */
    public String title() {
        return fields.getOrDefault(kind == FormKind.SCHOOL ? "shortName" : "title", "")
                .strip();
    }

    public Brief brief() {
        return new Brief(id, kind, record, title(), author, changedAt, revision, state, basedOn);
    }

    Sheet typed(Map<String, String> other, Instant now) {
        return new Sheet(id, kind, record, other, author, now, revision + 1, state, basedOn, base);
    }

    Sheet of(String other, Instant now) {
        return new Sheet(id, kind, record, fields, other, now, revision + 1, state, basedOn, base);
    }

    Sheet in(State other, Instant now) {
        return new Sheet(id, kind, record, fields, author, now, revision + 1, other, basedOn, base);
    }

    Sheet on(Optional<Hash> standing, Optional<Bytes> content, Instant now) {
        return new Sheet(id, kind, record, fields, author, now, revision + 1, state, standing, content);
    }

    /** Names nothing of the content: this may come into a log line by mistake. */
    @Override
    public String toString() {
        return "sheet " + id + " (LOCAL)";
    }

    /** A draft without what was typed, but for its title. */
    public record Brief(
            String id,
            FormKind kind,
            RecordId record,
            String title,
            String author,
            Instant changedAt,
            int revision,
            State state,
            Optional<Hash> basedOn) {
        @Override
        public String toString() {
            return "sheet " + id + " (LOCAL)";
        }
    }
}

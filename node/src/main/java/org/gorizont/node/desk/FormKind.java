// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.desk;

import java.util.Locale;
import java.util.Optional;
import org.gorizont.protocol.domain.Kinds;
import org.gorizont.protocol.model.Kind;
import org.gorizont.protocol.model.RecordId;

/** What can be written on the desk: the kinds of records that have a form. */
public enum FormKind {
    PRACTICE(Kinds.PRACTICE),
    RESOURCE(Kinds.RESOURCE),
    SCHOOL(Kinds.SCHOOL),
    CENTRE(Kinds.CENTRE),
    AVAILABILITY(Kinds.AVAILABILITY);

    private final Kind kind;

    FormKind(Kind kind) {
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** As it stands in addresses, files and phrases. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The id of the only record of this kind that a school has; empty for kinds of which it may have many. */
    public Optional<RecordId> onlyRecord() {
        return switch (this) {
            case SCHOOL -> Optional.of(Kinds.SCHOOL_RECORD);
            case CENTRE -> Optional.of(Kinds.CENTRE_RECORD);
            case PRACTICE, RESOURCE, AVAILABILITY -> Optional.empty();
        };
    }

    /** Whether it says something of another record, and is begun at that one; its drafts bear the id of that one. */
    public boolean isAboutAnother() {
        return this == AVAILABILITY;
    }

    public static Optional<FormKind> of(String code) {
        for (FormKind kind : values()) {
            if (kind.code().equals(code)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    public static Optional<FormKind> of(Kind kind) {
        return of(kind.type());
    }
}

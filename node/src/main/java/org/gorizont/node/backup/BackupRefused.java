// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.backup;

import java.util.List;

/** A backup was not made, or not put back; nothing half done is left. */
public final class BackupRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final Why why;
    private final transient List<String> values;

    /** What people have words for. */
    public enum Why {
        /** The paper's backup key is not on this disk yet. */
        NO_KEY,
        /** The paper is not that of this school. */
        OTHER_SHEET,
        /** No folder was named. */
        NO_FOLDER,
        /** The folder is not there. */
        FOLDER_MISSING,
        /** The folder takes no files. */
        FOLDER_CLOSED,
        /** MiB that are needed, MiB that are free. */
        NO_ROOM,
        /** What would be saved is damaged. */
        STORE_DAMAGED,
        /** What was written does not read back. */
        NOT_AS_WRITTEN,
        /** The disk refused something else. */
        DISK,
        /** The file is none of this program. */
        NO_BACKUP,
        /** The file is of a newer program, which made this version. */
        NEWER,
        /** The file was made for another paper. */
        ANOTHERS,
        /** The file breaks off. */
        TRUNCATED,
        /** Something in the file is not as it was written. */
        DAMAGED,
        /** The directory is there already. */
        EXISTS
    }

    /** @param values that the words need */
    public BackupRefused(Why why, Object... values) {
        super(why + " " + List.of(values));
        this.why = why;
        this.values = List.of(values).stream().map(String::valueOf).toList();
    }

    public Why why() {
        return why;
    }

    public List<String> values() {
        return values;
    }
}

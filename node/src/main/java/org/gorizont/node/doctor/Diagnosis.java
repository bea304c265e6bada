// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.doctor;

/** All that can be found. Values stand in the order of the words in brackets. */
public enum Diagnosis {
    NODE_RUNS(Grade.FINE),
    NODE_OFF(Grade.NOTE),
    /** It has the lock of the directory and does not answer (process). */
    NODE_SILENT(Grade.ATTENTION),

    /** (Java, program, schema of the store). */
    VERSIONS(Grade.FINE),
    /** (Java, what is needed). */
    JAVA_OLD(Grade.ATTENTION),
    /** (what the store says). */
    STORE_UNREADABLE(Grade.ATTENTION),

    SETTINGS_FINE(Grade.FINE),
    /** One mistake (as config.ConfigProblem.parts). */
    SETTINGS_WRONG(Grade.ATTENTION),

    /** (MiB that are free); as all of these. */
    DISK_ENOUGH(Grade.FINE),
    DISK_WARN(Grade.ATTENTION),
    DISK_OWN_ONLY(Grade.ATTENTION),
    DISK_BUDGET_SPENT(Grade.ATTENTION),
    DISK_READ_ONLY(Grade.ATTENTION),
    DISK_FAILED(Grade.ATTENTION),
    /** (MiB). */
    BALLAST_MISSING(Grade.NOTE),

    CLOCK_FINE(Grade.FINE),
    /** It is before this program was made (what the clock says). */
    CLOCK_LONG_AGO(Grade.ATTENTION),
    /** Files of the node were written later than now (minutes). */
    CLOCK_BEHIND_FILES(Grade.ATTENTION),
    /** Neighbours have written later than now (minutes). */
    CLOCK_BEHIND_PEERS(Grade.NOTE),

    /** (table of the settings, port). */
    PORT_FREE(Grade.FINE),
    /** This node listens there (table, port). */
    PORT_OURS(Grade.FINE),
    /** (table, port, by which program; empty if unknown). */
    PORT_TAKEN(Grade.ATTENTION),
    /** (table, port). */
    PORT_CLOSED(Grade.ATTENTION),

    PROXY_NONE(Grade.FINE),
    /** (address). */
    PROXY_SET(Grade.FINE),
    /** Programs of this computer are told a proxy, the node is not (name of the variable). */
    PROXY_FOR_OTHERS(Grade.NOTE),
    /** (address, problem). */
    PROXY_FAILS(Grade.ATTENTION),

    /** Others have dialled this node (how many are connected so). */
    REACH_CALLED(Grade.FINE),
    /** (relay). */
    REACH_RELAY(Grade.FINE),
    /** (relay, problem; empty if unknown). */
    REACH_RELAY_FAILS(Grade.ATTENTION),
    /** Addresses are told, nobody has used them now (addresses). */
    REACH_TOLD(Grade.NOTE),
    REACH_BEHIND_NAT(Grade.NOTE),

    FILTER_NOT_SEEN(Grade.FINE),
    /** Somebody opens the encryption (addresses). */
    FILTER_SEEN(Grade.ATTENTION),

    /** No other school is known yet. */
    PEERS_NONE(Grade.NOTE),
    /** (connected, all). */
    PEERS_CONNECTED(Grade.FINE),
    /** None is connected (all, hours since one was heard of; empty: never). */
    PEERS_APART(Grade.ATTENTION),
    /** What to do about that (name of a constant of readmodel.Advice.What, addresses). */
    PEERS_ADVICE(Grade.ATTENTION),
    /** (how many, days). */
    PEERS_SILENT(Grade.NOTE),

    WRITING_ALLOWED(Grade.FINE),
    /** (name of a constant of core.Refusal). */
    WRITING_REFUSED(Grade.ATTENTION),
    /** A read model does not move (name, problem). */
    READER_STUCK(Grade.ATTENTION),

    /** (days, file). */
    BACKUP_FRESH(Grade.FINE),
    /** (days). */
    BACKUP_OLD(Grade.ATTENTION),
    BACKUP_NONE(Grade.ATTENTION),
    /** (name of a constant of backup.BackupRefused.Why). */
    BACKUP_FAILED(Grade.ATTENTION),

    KEYS_CLOSED(Grade.FINE),
    /** Others on this computer can read it (file). */
    KEYS_OPEN(Grade.ATTENTION),
    NO_KEYS(Grade.ATTENTION),

    LINEAGE_FINE(Grade.FINE),
    LINEAGE_MISSING(Grade.ATTENTION),

    /** (MiB for this program's objects, MiB of the computer or of its limit; empty if unknown). */
    MEMORY_FINE(Grade.FINE),
    /** (MiB of the computer or of its limit, MiB that are needed). */
    MEMORY_LITTLE(Grade.NOTE),

    /** (character set of file names). */
    LOCALE_FINE(Grade.FINE),
    /** It knows no Russian letters (character set). */
    LOCALE_PLAIN(Grade.NOTE);

    private final Grade grade;

    Diagnosis(Grade grade) {
        this.grade = grade;
    }

    public Grade grade() {
        return grade;
    }

    /** What it asks for. */
    public enum Grade {
        /** Nothing. */
        FINE,
        /** To be known; the node works. */
        NOTE,
        /** Somebody should do something. */
        ATTENTION
    }
}

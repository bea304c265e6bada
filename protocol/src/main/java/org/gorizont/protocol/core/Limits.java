// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.core;

import java.time.Duration;

/** Every limit of the protocol by name; the comment says what happens there. docs/protocol.md, "Limits", is normative. */
public final class Limits {
    /** Longest header; a longer one stops its log there (S). */
    public static final int HEADER_BYTES = 4 * 1024;
    /** Longest head; a longer one is unreadable. {@link #HEADS_IN_FRAME} of them fit into a frame. */
    public static final int HEAD_BYTES = 768;

    /** Longest body; a header that promises more stops its log there (S). */
    public static final int BODY_BYTES = 64 * 1024;
    /** Longest signed statement, genesis or charter; a longer one is unreadable. Heads: {@link #HEAD_BYTES}. */
    public static final int STATEMENT_BYTES = 64 * 1024;
    /** Schools that one body can be sealed to; a body with more keys is unreadable. */
    public static final int SEALED_KEYS = 64;
    /** Characters of one text in a frame (a query, a field of a card); a longer one is unreadable. */
    public static final int TEXT_IN_FRAME = 2_000;
    /** Longest frame; a longer one closes the connection. */
    public static final int FRAME_BYTES = 1024 * 1024;
    /** Entries and bodies that one answer carries, so that its frame stays below {@link #FRAME_BYTES}. */
    public static final int ANSWER_BYTES = 512 * 1024;
    /** Entries that one signed head may add; a larger publication is refused. */
    public static final int BATCH_ENTRIES = 4_096;
    /** Depth of nested messages; deeper ones are unreadable. */
    public static final int NESTING = 16;
    /** Elements of a repeated field outside of entries and heads; more are unreadable. */
    public static final int REPEATED = 1_000;
    /** Heads in one frame; a sender makes more frames, a frame with more is unreadable. */
    public static final int HEADS_IN_FRAME = 1_000;
    /** Items asked for or listed in one frame. */
    public static final int ITEMS_IN_FRAME = 65_536;
    /** Entries in one frame. */
    public static final int ENTRIES_IN_FRAME = BATCH_ENTRIES;
    /** Links of an identity chain; a longer one is unreadable. */
    public static final int CHAIN_LINKS = 256;
    /** Members of a circle; beyond, sponsorships have no effect. */
    public static final int CIRCLE_MEMBERS = 1_024;
    /** Proposals of one member that are open at a time; further ones are not put to the vote (W31). */
    public static final int OPEN_PROPOSALS = 4;
    /** Proposals, and ballots, of one log that are looked at; later ones are held and have no effect. */
    public static final int VOTES_OF_LOG = 4_096;
    /** Certificates of one log that are looked at; later ones have no effect there. */
    public static final int CERTIFICATES_OF_LOG = 256;
    /** Entries beside the last one that carry a certificate; a larger one is void. */
    public static final int CERTIFICATE_PARTS = 16;
    /** Bytes of a certificate in one entry. */
    public static final int CERTIFICATE_PART_BYTES = 60 * 1024;
    /** Longest certificate; a longer one is unreadable. */
    public static final int CERTIFICATE_BYTES = (CERTIFICATE_PARTS + 1) * CERTIFICATE_PART_BYTES;
    /** Entries that a raised floor leaves behind at a time; the rest waits for the next raise. */
    public static final int FLOOR_STEP = 4_096;
    /** A school looks at an own log when so many entries stand above the floor, not before: small logs cost nobody much. */
    public static final int FLOOR_AT_LEAST = 256;
    /** Bytes that copies of one other school may take; beyond, nothing more of it is fetched until it has raised its floors. */
    public static final long MEMBER_BYTES = 512L << 20;
    /** People are warned when another school takes this share of what it may take. */
    public static final double MEMBER_WARNING = 0.5;
    /** Circles of one school; founding or joining a further one is refused. */
    public static final int CIRCLES = 64;
    /** Logs of one school in one incarnation; heads of further ones are ignored. */
    public static final int LOGS_OF_SCHOOL = 256;
    /** Connections to one school; a further one is closed. */
    public static final int LINKS_OF_SCHOOL = 2;
    /** Connections in all; a further one is closed. */
    public static final int LINKS = 512;
    /** Connections that have not said Hello yet; a further one is closed. */
    public static final int STRANGERS = 32;
    /** Neighbours that this node dials by itself. */
    public static final int NEIGHBOURS = 8;
    /** Invitations that are open at a time; a further one is refused. */
    public static final int OPEN_INVITATIONS = 256;
    /** Requests on one link that wait for their answer; more wait here. */
    public static final int REQUESTS_ON_LINK = 16;
    /** Requests for one log that are under way: enough for both sides and the way between them to be at work. */
    public static final int REQUESTS_FOR_LOG = 4;
    /** Bytes of small entries that ride along with a notice. */
    public static final int RIDING_BYTES = 16 * 1024;
    /** Coded symbols of one set; whoever needs more takes the whole vector. Not above 2^16: 64-bit numbers do. */
    public static final int SYMBOLS = 1 << 16;
    /** Coded symbols in one answer; whoever asks for more gets these. */
    public static final int SYMBOLS_IN_FRAME = 1 << 14;
    /** Unreadable or refused frames of one link or one bundle; then it is closed, or read no further. */
    public static final int OFFENCES = 16;
    /** Bytes of one bundle file; a writer begins another part, a reader reads no further. Far below the 4 GiB of FAT32. */
    public static final long BUNDLE_BYTES = 256L << 20;
    /** Entries in one bundle file; a writer begins another part, a reader reads no further. */
    public static final int BUNDLE_ENTRIES = 1_000_000;

    /** A stranger that has not said Hello by then is disconnected. */
    public static final Duration HELLO = Duration.ofSeconds(10);
    /** A request goes to somebody else when its neighbour has answered nothing for so long. */
    public static final Duration ANSWER = Duration.ofSeconds(30);
    /** A request goes to somebody else by then even if its neighbour goes on answering others. */
    public static final Duration ANSWER_OF_SLOW = Duration.ofMinutes(2);
    /** How long somebody is looked for who can prove that a log goes on behind a gap as it began; then it begins anew. */
    public static final Duration BRIDGE_PATIENCE = Duration.ofMinutes(10);
    /** Members from which on two of them must say how far a restored school's own logs have come. */
    public static final int LARGE_CIRCLE = 5;

    /** Attempts after which a restored school takes a member for unreachable. */
    public static final int RECOVERY_DIALS = 3;
    /** How long a restored school waits for members that have told no address. */
    public static final Duration RECOVERY_PATIENCE = Duration.ofMinutes(10);
    /** First pause before a failed address is dialled again; doubles up to {@link #REDIAL_MAX}. */
    public static final Duration REDIAL_MIN = Duration.ofSeconds(1);

    public static final Duration REDIAL_MAX = Duration.ofMinutes(10);
    /** About how often one neighbour takes the place of another one. */
    public static final Duration RENEWAL = Duration.ofHours(1);
    /** How long notices are collected. */
    public static final Duration NOTICE_DELAY = Duration.ofMillis(50);
    /** How long receipts are collected. */
    public static final Duration RECEIPT_DELAY = Duration.ofSeconds(1);

    /** How long ballots are collected before they are counted. */
    public static final Duration VOTES_DELAY = Duration.ofMillis(100);
    /** After so long, others who said yes make the certificate that the proposer has not made. */
    public static final Duration CERTIFICATE_PATIENCE = Duration.ofMinutes(10);
    /** How long addresses are collected before they are passed on. */
    public static final Duration ADDRESS_DELAY = Duration.ofSeconds(1);
    /** A circle whose members change again within this time is gone through once after it. */
    public static final Duration MEMBERS_DELAY = Duration.ofSeconds(2);

    private Limits() {}
}

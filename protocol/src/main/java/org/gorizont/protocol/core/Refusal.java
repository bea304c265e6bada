// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.core;

/** Why a request of this school's own people was refused. */
public enum Refusal {
    /** The store may lack what was published before: what neighbours hold of our own logs is fetched. */
    RECOVERING,
    /** Neighbours hold more of our own log than we have written: another machine writes in our name. */
    STOPPED_BY_HIGHER_HEAD,
    /** Two versions of our own log exist. */
    STOPPED_BY_FORK,
    /** The store does not take writes. */
    STORE_READ_ONLY,
    /** A limit of the protocol was passed. */
    TOO_LARGE,
    /** The school is not a member of this circle. */
    NOT_A_MEMBER,
    /** The school is a member of this circle already. */
    ALREADY_A_MEMBER,
    /** The school was removed from this circle: no code brings it back. */
    REMOVED,
    /** The invitation was refused by the inviter, or given up for another one. */
    INVITATION_REFUSED,
    /** The bundle is of circles that the school has nothing to do with. */
    FOREIGN_BUNDLE,
    /** The circle needs a newer version of the program. */
    NEWER_RULES,
    /** The school has no vote in the electorate. */
    NO_VOTE,
    /** Nothing of this name is put to the vote. */
    UNKNOWN_PROPOSAL,
    /** The school has answered this proposal. */
    ALREADY_ANSWERED,
    /** So many proposals of this school are open that no further one is put to the vote. */
    TOO_MANY_PROPOSALS,
    /** The school that is meant is no member. */
    NO_SUCH_MEMBER,
    /** More sponsors are proposed, and some members, who have no vote yet, would be outside until they have them. */
    MEMBERS_WITHOUT_VOTE,
    /** More sponsors are proposed than there are members: nobody could come in any more. */
    TOO_FEW_MEMBERS,
    /** Nothing would change. */
    NOTHING_TO_CHANGE,
    /** The keys of this school were changed: this run, or this machine, writes no more under the old ones. */
    KEYS_CHANGED,
    /** A change of keys that does not follow from the identity chain, or is not signed by the recovery key. */
    LINK_REFUSED,
    /** A change of keys that seals other heads of the own logs than those that are held. */
    SEALS_OUTDATED
}

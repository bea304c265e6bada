// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.accounts;

import java.util.EnumSet;
import java.util.Set;

/**
 * What can be done on this node. A role has the rights that name it here, and no other; somebody with several roles has
 * the rights of each. The table in docs/roles.md is made from this.
 */
public enum Right {
    /** To read what the school holds of the network. */
    READ(EnumSet.allOf(Role.class)),
    /** To change one's own password and leave. */
    OWN_ACCOUNT(EnumSet.allOf(Role.class)),
    /** To have a desk: to see and change what one has written oneself. */
    DESK(EnumSet.of(Role.DIRECTOR, Role.DEPUTY, Role.KEEPER, Role.METHODIST, Role.TEACHER)),
    /** To write drafts of practices. */
    WRITE_PRACTICES(EnumSet.of(Role.DIRECTOR, Role.DEPUTY, Role.METHODIST, Role.TEACHER)),
    /** To write drafts of resources. */
    WRITE_RESOURCES(EnumSet.of(Role.DIRECTOR, Role.DEPUTY, Role.KEEPER)),
    /** To write drafts of the cards of the school and its centre. */
    WRITE_SCHOOL(EnumSet.of(Role.DIRECTOR, Role.DEPUTY)),
    /** To publish and withdraw what one's other rights name. */
    PUBLISH(EnumSet.of(Role.DIRECTOR, Role.DEPUTY, Role.KEEPER)),
    /** To publish and withdraw practices. */
    PUBLISH_PRACTICES(EnumSet.of(Role.DIRECTOR, Role.DEPUTY)),
    /** To publish and withdraw resources: who answers for a thing says how it is. */
    PUBLISH_RESOURCES(EnumSet.of(Role.DIRECTOR, Role.DEPUTY, Role.KEEPER)),
    /** To publish the cards of the school and its centre. */
    PUBLISH_SCHOOL(EnumSet.of(Role.DIRECTOR, Role.DEPUTY)),
    /** To go the first steps of the school on this node: its network, the place of its backups. */
    SETUP(EnumSet.of(Role.ADMINISTRATOR)),
    /** To speak for the school in its networks: to be told of votes, and of networks that have not let it in yet. */
    CIRCLES(EnumSet.of(Role.DIRECTOR, Role.DEPUTY)),
    /** To look after the node: to be told of backups, of what could not be published, of two versions of a log. */
    UPKEEP(EnumSet.of(Role.ADMINISTRATOR)),
    /** To give and take accounts and roles. Every change asks for the password again. */
    ACCOUNTS(EnumSet.of(Role.ADMINISTRATOR)),
    /** To give the drafts of somebody who leaves to another. It asks for the password again. */
    HANDOVER(EnumSet.of(Role.ADMINISTRATOR, Role.DIRECTOR)),
    /** To read who did what. */
    HISTORY(EnumSet.of(Role.ADMINISTRATOR, Role.DIRECTOR));

    private final Set<Role> roles;

    Right(Set<Role> roles) {
        this.roles = roles;
    }

    /** Whether one of these roles has it. */
    public boolean isOf(Set<Role> some) {
        return some.stream().anyMatch(roles::contains);
    }
}

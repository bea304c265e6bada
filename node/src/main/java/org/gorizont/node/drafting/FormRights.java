// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.drafting;

import org.gorizont.node.accounts.Right;
import org.gorizont.node.desk.FormKind;

/** The right that each kind of drafts asks for. */
public final class FormRights {
    private FormRights() {}

    /** To write such drafts. */
    public static Right writing(FormKind kind) {
        return switch (kind) {
            case PRACTICE -> Right.WRITE_PRACTICES;
            case RESOURCE, AVAILABILITY -> Right.WRITE_RESOURCES;
            case SCHOOL, CENTRE -> Right.WRITE_SCHOOL;
        };
    }

    /** To publish and withdraw such records. */
    public static Right publishing(FormKind kind) {
        return switch (kind) {
            case PRACTICE -> Right.PUBLISH_PRACTICES;
            case RESOURCE, AVAILABILITY -> Right.PUBLISH_RESOURCES;
            case SCHOOL, CENTRE -> Right.PUBLISH_SCHOOL;
        };
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.desk;

/** The forms, one for each kind. */
public final class Forms {
    private static final Form PRACTICE = new PracticeForm();
    private static final Form RESOURCE = new ResourceForm();
    private static final Form SCHOOL = new SchoolForm();
    private static final Form CENTRE = new CentreForm();
    private static final Form AVAILABILITY = new AvailabilityForm();

    private Forms() {}

    public static Form of(FormKind kind) {
        return switch (kind) {
            case PRACTICE -> PRACTICE;
            case RESOURCE -> RESOURCE;
            case SCHOOL -> SCHOOL;
            case CENTRE -> CENTRE;
            case AVAILABILITY -> AVAILABILITY;
        };
    }
}

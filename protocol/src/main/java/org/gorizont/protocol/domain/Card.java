// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.domain;

import org.gorizont.protocol.model.Kind;

/** The content of a record that a school shares. An instance is proof that its fields keep their rules. */
public sealed interface Card permits SchoolCard, CentreCard, PracticeCard, ResourceCard, AvailabilityCard {
    /** Kind and version that a writer of this program states. */
    default Kind kind() {
        return switch (this) {
            case SchoolCard _ -> Kinds.SCHOOL;
            case CentreCard _ -> Kinds.CENTRE;
            case PracticeCard _ -> Kinds.PRACTICE;
            case ResourceCard _ -> Kinds.RESOURCE;
            case AvailabilityCard _ -> Kinds.AVAILABILITY;
        };
    }

    /** Made up for practice and demonstrations; shown as «учебный пример». */
    boolean sample();
}

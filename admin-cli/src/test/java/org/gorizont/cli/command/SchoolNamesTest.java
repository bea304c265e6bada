// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.protobuf.ByteString;
import org.gorizont.cli.text.Failure;
import org.gorizont.protocol.wire.v1.AdminWire;
import org.junit.jupiter.api.Test;

/** Which school is meant by what a person types. */
final class SchoolNamesTest {
    private static final ByteString SECOND = id('2');
    private static final ByteString TWENTIETH = id('3');
    private static final ByteString TWENTY_FIRST = id('4');
    private static final ByteString TWENTY_FIRST_AGAIN = id('5');

    private final SchoolNames names = new SchoolNames(AdminWire.StatusAnswer.newBuilder()
            .addSchools(known(SECOND, "Школа № 2"))
            .addSchools(known(TWENTIETH, "Школа № 20"))
            .addSchools(known(TWENTY_FIRST, "Школа № 21"))
            .addSchools(known(TWENTY_FIRST_AGAIN, "Школа № 21"))
            .build());

    private static ByteString id(char digit) {
        return ByteString.copyFrom(new byte[32]).substring(1).concat(ByteString.copyFrom(new byte[] {(byte) digit}));
    }

    private static AdminWire.SchoolState known(ByteString id, String name) {
        return AdminWire.SchoolState.newBuilder().setSchool(id).setName(name).build();
    }

    @Test
    void theSchoolOfJustThatNameIsMeant() {
        assertEquals(SECOND, names.meant("школа № 2"));
        assertEquals(TWENTIETH, names.meant("№ 20"));
    }

    @Test
    void aNameOfTwoSchoolsIsAskedAbout() {
        assertThrows(Failure.class, () -> names.meant("Школа № 21"));
    }

    @Test
    void onlySchoolsOfOneNameAreToldApart() {
        assertEquals("Школа № 2", names.distinct(SECOND));
        assertEquals("Школа № 21 (0000-0000)", names.distinct(TWENTY_FIRST));
    }
}

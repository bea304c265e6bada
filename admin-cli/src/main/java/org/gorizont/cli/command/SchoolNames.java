// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.command;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.gorizont.cli.client.Ids;
import org.gorizont.cli.text.Failure;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.wire.v1.AdminWire;

/** Schools as people name them on the command line: by id, by its first characters, or by a part of the name. */
final class SchoolNames {
    private static final int FULL = 2 * Hash.SIZE;

    private final AdminWire.StatusAnswer status;

    SchoolNames(AdminWire.StatusAnswer status) {
        this.status = status;
    }

    /** The name, or the short id where the card is not here. */
    String name(ByteString school) {
        return status.getSchoolsList().stream()
                .filter(known -> known.getSchool().equals(school))
                .map(AdminWire.SchoolState::getName)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElseGet(() -> Ids.brief(school));
    }

    /** The name, and the short id where another known school has the same name. */
    String distinct(ByteString school) {
        String name = name(school);
        long same = status.getSchoolsList().stream()
                .filter(known -> known.getName().equals(name))
                .count();
        return same > 1 ? name + " (" + Ids.brief(school) + ")" : name;
    }

    /**
     * The one school that is meant: "School 2" is not "School 20", if there is a school of just that name.
     *
     * @throws Failure if it is none, or several
     */
    ByteString meant(String text) {
        String digits = text.strip().toLowerCase(Locale.ROOT).replace("-", "");
        if (digits.matches("[0-9a-f]{" + FULL + "}")) {
            return Ids.parse(text, Hash.SIZE);
        }
        List<ByteString> exact = those(school -> school.getName().equalsIgnoreCase(text.strip()));
        List<ByteString> found = exact.isEmpty() ? those(school -> fits(school, text, digits)) : exact;
        if (found.size() != 1) {
            throw Failure.usage(found.isEmpty() ? "no-such-school" : "many-schools", text);
        }
        return found.getFirst();
    }

    private List<ByteString> those(Predicate<AdminWire.SchoolState> wanted) {
        return status.getSchoolsList().stream()
                .filter(wanted)
                .map(AdminWire.SchoolState::getSchool)
                .toList();
    }

    private static boolean fits(AdminWire.SchoolState school, String text, String digits) {
        boolean byId =
                digits.matches("[0-9a-f]{4,}") && Ids.hex(school.getSchool()).startsWith(digits);
        String name = school.getName().toLowerCase(Locale.ROOT);
        return byId || name.contains(text.strip().toLowerCase(Locale.ROOT));
    }
}

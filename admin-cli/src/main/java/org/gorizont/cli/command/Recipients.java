// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.command;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.gorizont.cli.client.Ids;
import org.gorizont.cli.text.Failure;
import org.gorizont.protocol.wire.v1.AdminWire.CircleState;
import org.gorizont.protocol.wire.v1.AdminWire.ExportBundleRequest;
import org.gorizont.protocol.wire.v1.AdminWire.SchoolState;
import org.gorizont.protocol.wire.v1.AdminWire.StatusAnswer;

/** For whom a bundle is, as people write it: a school or a circle by its name or identity, or the word for the only circle. */
final class Recipients {
    private static final Set<String> ONLY_CIRCLE = new TreeSet<>(List.of("circle", "сеть"));
    /** As many digits of an identity as the list of schools shows. */
    private static final int SHORT = 8;

    private Recipients() {}

    static ExportBundleRequest of(StatusAnswer status, String wanted, boolean whole) {
        List<CircleState> circles = status.getCirclesList().stream()
                .filter(circle -> circle.getStanding().equals("MEMBER"))
                .toList();
        if (ONLY_CIRCLE.contains(wanted.toLowerCase(Locale.ROOT))) {
            if (circles.size() != 1) {
                throw Failure.of("bundle-which-circle", wanted);
            }
            return circle(circles.getFirst());
        }
        List<ExportBundleRequest> found = Stream.concat(
                        status.getSchoolsList().stream()
                                .filter(school ->
                                        !school.getSelf() && isMeant(wanted, school.getName(), school.getSchool()))
                                .map(school -> school(school, whole)),
                        circles.stream()
                                .filter(circle -> isMeant(wanted, circle.getName(), circle.getCircle()))
                                .map(Recipients::circle))
                .toList();
        if (found.size() != 1) {
            throw Failure.of(found.isEmpty() ? "bundle-nobody" : "bundle-several", wanted);
        }
        return found.getFirst();
    }

    private static boolean isMeant(String wanted, String name, ByteString id) {
        String digits = wanted.replace("-", "").toLowerCase(Locale.ROOT);
        return wanted.equalsIgnoreCase(name)
                || digits.length() >= SHORT && Ids.hex(id).startsWith(digits);
    }

    private static ExportBundleRequest school(SchoolState school, boolean whole) {
        return ExportBundleRequest.newBuilder()
                .setSchool(school.getSchool())
                .setWhole(whole)
                .build();
    }

    private static ExportBundleRequest circle(CircleState circle) {
        return ExportBundleRequest.newBuilder().setCircle(circle.getCircle()).build();
    }
}

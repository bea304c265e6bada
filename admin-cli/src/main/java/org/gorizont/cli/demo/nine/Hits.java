// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo.nine;

import java.util.List;
import org.gorizont.cli.client.Cards;
import org.gorizont.cli.client.Ids;
import org.gorizont.cli.text.Moments;
import org.gorizont.protocol.wire.v1.AdminWire.RecordView;

/** Records that were found, as the report has them. */
final class Hits {
    static final int AT_MOST = 5;

    private Hits() {}

    static List<DemoReport.Hit> of(List<RecordView> found) {
        return found.stream().map(Hits::of).toList();
    }

    private static DemoReport.Hit of(RecordView view) {
        return new DemoReport.Hit(
                Cards.title(view), Ids.hex(view.getSchool()), view.getSchoolName(), Moments.iso(view.getAsOf()));
    }
}

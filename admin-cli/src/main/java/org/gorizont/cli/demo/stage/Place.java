// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo.stage;

import org.gorizont.cli.client.Ids;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.wire.v1.AdminWire;

/**
 * An entry's place.
 *
 * @param log school, channel, scope and incarnation with slashes between
 */
public record Place(String log, long seq, String hash) {
    /** The last one of a publication. */
    public static Place of(AdminWire.PublishAnswer answer) {
        return new Place(name(answer.getLog()), answer.getTo() - 1, Ids.hex(answer.getLastHash()));
    }

    /** A log as it stands in a place. */
    public static String name(AdminWire.LogPlace log) {
        return String.join(
                "/",
                Ids.hex(log.getSchool()),
                new Channel(log.getChannel()).toString(),
                Ids.hex(log.getScope()),
                Integer.toString(log.getIncarnation()));
    }
}

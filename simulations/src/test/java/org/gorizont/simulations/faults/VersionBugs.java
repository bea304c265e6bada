// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.faults;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.gorizont.protocol.core.Effect;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.LinkId;
import org.gorizont.protocol.frame.Hello;
import org.gorizont.protocol.frame.Reason;
import org.gorizont.protocol.frame.Unknown;
import org.gorizont.simulations.world.Build;

/** Programs that cannot live with newer ones. */
final class VersionBugs {
    private VersionBugs() {}

    /** After a frame that is not known nothing on that connection is understood any more. */
    static Build losesStepAtUnknownFrames() {
        return Wrong.core((_, replica) -> {
            Set<LinkId> lost = new TreeSet<>();
            return (input, now) -> {
                if (input instanceof Input.FrameReceived(var link, Unknown _)) {
                    lost.add(link);
                }
                return input instanceof Input.FrameReceived(var link, var _) && lost.contains(link)
                        ? List.of()
                        : replica.handle(input, now);
            };
        });
    }

    /** Who can do more than this program is turned away. */
    static Build refusesNewerPrograms() {
        return Wrong.core((_, replica) -> (input, now) ->
                input instanceof Input.FrameReceived(var link, Hello hello) && hello.version() > Hello.VERSION
                        ? List.of(new Effect.Disconnect(link, Reason.VERSION, "a newer program"))
                        : replica.handle(input, now));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.relay;

import java.util.concurrent.atomic.LongAdder;

/** The numbers behind {@link RelayCounters}: written by the relay's thread, read by any. */
final class Counts {
    final LongAdder accepted = new LongAdder();
    final LongAdder refused = new LongAdder();
    final LongAdder unreadable = new LongAdder();
    final LongAdder waiting = new LongAdder();
    final LongAdder pairs = new LongAdder();
    final LongAdder joined = new LongAdder();
    final LongAdder calledInVain = new LongAdder();
    final LongAdder bytes = new LongAdder();

    RelayCounters read() {
        return new RelayCounters(
                accepted.sum(),
                refused.sum(),
                unreadable.sum(),
                waiting.sum(),
                pairs.sum(),
                joined.sum(),
                calledInVain.sum(),
                bytes.sum());
    }
}

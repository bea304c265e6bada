// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.admin;

import org.gorizont.protocol.core.Outcome;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Link;
import org.gorizont.protocol.model.Signed;

/** Keys of a school that no call of a test changes. */
final class UnchangedKeys implements OwnKeys {
    @Override
    public Prepared prepare() {
        throw new AssertionError("no call of these tests changes keys");
    }

    @Override
    public Outcome change(Signed<Link> link, Bytes sealingSeed) {
        throw new AssertionError("no call of these tests changes keys");
    }

    @Override
    public void startAgain() {}
}

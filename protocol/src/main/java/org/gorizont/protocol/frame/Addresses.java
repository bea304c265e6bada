// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.frame;

import java.util.List;
import org.gorizont.protocol.model.AddressRecord;
import org.gorizont.protocol.model.Signed;

/** Where members can be dialled. */
public record Addresses(List<Signed<AddressRecord>> records) implements Frame {
    public Addresses {
        records = List.copyOf(records);
    }
}

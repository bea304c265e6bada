// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.readmodel;

import java.io.IOException;
import java.util.List;
import org.gorizont.protocol.model.Bytes;

/** A read model, as {@link Follower} feeds it. Called on one thread only. */
public interface Fold {
    /**
     * The arrival up to which this model has taken everything. Content that belongs to another epoch, or to another
     * form of the model, is forgotten first.
     */
    long position(Bytes epoch) throws IOException;

    /** Forgets everything; the next position is 0. */
    void reset(Bytes epoch) throws IOException;

    /**
     * Takes versions of records, together with the position that this leads to.
     *
     * @param position the arrival that is wholly taken now
     */
    void take(List<RecordVersion> versions, long position) throws IOException;
}

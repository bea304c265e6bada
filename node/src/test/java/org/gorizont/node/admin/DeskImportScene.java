// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.admin;

import java.util.concurrent.CompletableFuture;
import org.gorizont.node.publishing.Publisher;
import org.gorizont.node.readmodel.Catalogue;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.SchoolId;

/** What drafts of a test rest on: read models that know everything, and no loop. */
final class DeskImportScene {
    private DeskImportScene() {}

    static Publisher publisher(SchoolId self, Catalogue catalogue) {
        return new Publisher(self, _ -> new CompletableFuture<>(), catalogue, _ -> true, Bytes::zeros);
    }
}

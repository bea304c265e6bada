// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web.page;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The step where backups get a place.
 *
 * @param now where they go by now
 * @param suggested other disks of this computer
 * @param typed what somebody typed and did not do
 * @param refused key of the phrase that says why not
 */
public record BackupStepPage(
        Frame frame, Optional<Path> now, List<Path> suggested, String typed, Optional<String> refused) {
    public BackupStepPage {
        suggested = List.copyOf(suggested);
    }

    /** What stands in the field. */
    public String folder() {
        if (!typed.isEmpty()) {
            return typed;
        }
        return now.or(() -> suggested.stream().findFirst()).map(Path::toString).orElse("");
    }

    public Optional<String> problem() {
        return refused.map(frame::say);
    }
}

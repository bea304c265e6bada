// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.importing;

/** Records of an import: new ones, changed ones, and those that stand as they are. */
public record ImportCount(long added, long changed, long same) {
    static final ImportCount NONE = new ImportCount(0, 0, 0);

    ImportCount plusAdded() {
        return new ImportCount(added + 1, changed, same);
    }

    ImportCount plusChanged() {
        return new ImportCount(added, changed + 1, same);
    }

    ImportCount plusSame() {
        return new ImportCount(added, changed, same + 1);
    }
}

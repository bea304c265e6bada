// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.bench;

import java.nio.file.Path;
import org.gorizont.node.storage.StoreRefused;
import org.gorizont.node.storage.StoreSizes;

/** {@code StoreSizesMain --data DIR}: prints what each family of the store in DIR takes when written anew, {@code NAME BYTES}. */
public final class StoreSizesMain {
    private StoreSizesMain() {}

    public static void main(String[] args) throws StoreRefused {
        StoreSizes.compacted(Path.of(args[1])).forEach((family, bytes) -> System.out.println(family + " " + bytes));
    }
}

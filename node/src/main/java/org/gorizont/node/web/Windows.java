// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gorizont.node.desk.Desk;

/**
 * Which window has changed a draft last. A window whose answer is still on its way does not know its own last revision: it
 * is not another one for that.
 */
final class Windows {
    private final Map<String, String> last = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > Desk.SHEETS;
        }
    };

    synchronized void changed(String sheet, String window) {
        last.remove(sheet);
        last.put(sheet, window);
    }

    synchronized boolean wasLast(String sheet, String window) {
        return !window.isEmpty() && window.equals(last.get(sheet));
    }
}

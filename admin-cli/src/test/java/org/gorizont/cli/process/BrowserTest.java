// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class BrowserTest {
    @Test
    void eachSystemHasItsOwnWayToOpenAPage() {
        String page = "http://127.0.0.1:7741/?a=1&b=2";

        assertEquals(List.of("rundll32.exe", "url.dll,FileProtocolHandler", page), Browser.command("Windows 11", page));
        assertEquals(List.of("open", page), Browser.command("Mac OS X", page));
        assertEquals(List.of("xdg-open", page), Browser.command("Linux", page));
    }
}

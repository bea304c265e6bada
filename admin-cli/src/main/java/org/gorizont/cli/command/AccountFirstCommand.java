// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.command;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.gorizont.cli.client.AccountClient;
import org.gorizont.cli.client.AdminClient;
import org.gorizont.cli.process.FirstStartPage;
import org.gorizont.cli.text.Failure;
import picocli.CommandLine.Command;

/** {@code account first}: the code with which the first account is made on the pages. */
@Command(name = "first")
public final class AccountFirstCommand implements Callable<Integer> {
    private final Session session;

    public AccountFirstCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Optional<FirstStartPage> page = FirstStartPage.running(session.data());
        if (page.isPresent()) {
            session.output()
                    .line(session.messages().of("run.first-start", page.get().address()));
            return 0;
        }
        try (AdminClient node = session.connect()) {
            String code = new AccountClient(node).list().getFirstCode();
            if (code.isEmpty()) {
                throw Failure.of("account-first-done");
            }
            session.output()
                    .line(session.messages()
                            .of("account.first", firstPage(node.status().getWebUrl()), code));
        }
        return 0;
    }

    /** The same with the code filled in. */
    static String begin(String webUrl, String code) {
        return webUrl + "begin?code=" + code;
    }

    /** The page where the first account is made. */
    static String firstPage(String webUrl) {
        return webUrl + "first";
    }
}

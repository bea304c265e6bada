// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.setup;

import java.nio.file.Path;
import java.time.Duration;
import org.gorizont.cli.client.AdminClient;
import org.gorizont.cli.client.KeyForms;
import org.gorizont.cli.text.Failure;
import org.gorizont.protocol.core.Refusal;
import org.gorizont.protocol.identity.NextLink;
import org.gorizont.protocol.identity.RecoverySheet;
import org.gorizont.protocol.model.IdentityChain;
import org.gorizont.protocol.model.Link;
import org.gorizont.protocol.model.Signed;
import org.gorizont.protocol.wire.v1.AdminWire;

/**
 * Changes the keys of a running node. The node makes the new signing key; the link is signed here, with the recovery sheet,
 * whose secret goes no further. What the node publishes in between makes the link stale: then another one is made.
 */
public final class NewKeys {
    private static final int ATTEMPTS = 5;
    private static final Duration BACK = Duration.ofMinutes(2);
    private static final Duration LOOK = Duration.ofMillis(200);

    private NewKeys() {}

    /**
     * Changes the keys and waits until the node runs under them.
     *
     * @param whileRecovering although neighbours may hold later entries of ours, which would go
     * @return the number of this change, from 1
     * @throws Failure if the sheet is not that of the school, or the node refuses
     */
    public static int change(Path data, RecoverySheet sheet, boolean whileRecovering) throws InterruptedException {
        AdminWire.ChangeKeysAnswer answer = AdminWire.ChangeKeysAnswer.getDefaultInstance();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try (AdminClient node = AdminClient.open(data)) {
                answer = ask(node, sheet, whileRecovering);
            }
            if (!answer.getRefused().getCode().equals(Refusal.SEALS_OUTDATED.name())) {
                break;
            }
        }
        if (answer.getRefused().getCode().equals(Refusal.RECOVERING.name())) {
            throw Failure.of("keys-recovering");
        } else if (answer.hasRefused()) {
            throw AdminClient.refusal(answer.getRefused());
        }
        awaitBack(data, answer.getEpoch());
        return answer.getEpoch();
    }

    private static AdminWire.ChangeKeysAnswer ask(AdminClient node, RecoverySheet sheet, boolean whileRecovering) {
        AdminWire.PrepareKeyChangeAnswer prepared = node.prepareKeyChange();
        IdentityChain chain = KeyForms.chain(prepared);
        Signed<Link> link = NextLink.make(chain, sheet, KeyForms.signingKey(prepared), KeyForms.seals(prepared))
                .orElseThrow(() -> Failure.of("sheet-of-another"));
        return node.changeKeys(link, sheet.sealingSeed(chain.epoch() + 1), whileRecovering);
    }

    private static void awaitBack(Path data, int epoch) throws InterruptedException {
        long end = System.nanoTime() + BACK.toNanos();
        while (!runsUnder(data, epoch)) {
            if (System.nanoTime() > end) {
                throw Failure.of("not-back", data);
            }
            Thread.sleep(LOOK);
        }
    }

    private static boolean runsUnder(Path data, int epoch) {
        try (AdminClient node = AdminClient.open(data)) {
            return node.status().getKeyEpoch() == epoch;
        } catch (Failure _) {
            return false;
        }
    }
}

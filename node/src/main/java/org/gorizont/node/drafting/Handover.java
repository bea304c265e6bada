// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.drafting;

import java.io.IOException;
import java.util.List;
import org.gorizont.node.accounts.Account;
import org.gorizont.node.accounts.AccountRefused;
import org.gorizont.node.accounts.Notice;
import org.gorizont.node.accounts.Notices;
import org.gorizont.node.desk.Desk;
import org.gorizont.node.desk.Saving;
import org.gorizont.node.desk.Sheet;

/**
 * When somebody leaves: their drafts become those of another, who is also told from then on what others do to the records
 * that they have written.
 */
public final class Handover {
    private final Desk desk;
    private final Notices notices;

    public Handover(Desk desk, Notices notices) {
        this.desk = desk;
        this.notices = notices;
    }

    /** Drafts that an account has on the desk. */
    public int drafts(Account account) {
        return of(account).size();
    }

    /**
     * Hands everything over. If the disk fails in between, some drafts are handed over already: the same again goes on.
     *
     * @return how many drafts
     * @throws AccountRefused if the heir is the same, may not enter, or may not write such drafts; nothing has changed
     * @throws IOException if not all of it is on disk
     */
    public int handOver(Account from, Account to) throws AccountRefused, IOException {
        check(from, to);
        List<Sheet.Brief> drafts = of(from);
        for (Sheet.Brief draft : drafts) {
            if (desk.give(draft.id(), draft.revision(), to.id()) instanceof Saving.NotSaved(Saving.Obstacle why)) {
                throw new IOException("a draft could not be handed over: " + why);
            }
        }
        for (Notice.Work work : notices.works(from.id()).reversed()) {
            notices.wrote(to.id(), work);
            notices.forget(from.id(), work.record());
        }
        return drafts.size();
    }

    /** @throws AccountRefused if {@link #handOver} would be refused now */
    public void check(Account from, Account to) throws AccountRefused {
        if (from.id().equals(to.id()) || to.blocked()) {
            throw new AccountRefused(AccountRefused.Why.HEIR);
        } else if (!of(from).stream().allMatch(draft -> to.may(FormRights.writing(draft.kind())))) {
            throw new AccountRefused(AccountRefused.Why.HEIR_MAY_NOT);
        }
    }

    private List<Sheet.Brief> of(Account account) {
        return desk.briefs().stream()
                .filter(draft -> draft.author().equals(account.id()))
                .toList();
    }
}

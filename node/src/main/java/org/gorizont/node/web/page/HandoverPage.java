// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web.page;

import java.time.Duration;
import java.util.List;
import org.gorizont.node.accounts.Account;

/** «Передать дела»: who has drafts, and who can take them over. */
public record HandoverPage(Frame frame, List<Person> people, Said said) {
    public HandoverPage {
        people = List.copyOf(people);
    }

    /** @param drafts on the desk */
    public record Person(Account account, int drafts) {
        @Override
        public String toString() {
            return "person (LOCAL)";
        }
    }

    /**
     * What came of the form that was sent.
     *
     * @param key phrase of it; empty when nothing was sent
     * @param left how long to wait before the next try
     */
    public record Said(String key, boolean problem, String from, String to, int drafts, Duration left) {
        public static final Said NOTHING = new Said("", false, "", "", 0, Duration.ZERO);

        public static Said done(String from, String to, int drafts) {
            return new Said("handover.done", false, from, to, drafts, Duration.ZERO);
        }

        public static Said refused(String key) {
            return new Said(key, true, "", "", 0, Duration.ZERO);
        }

        public static Said waiting(Duration left) {
            return new Said("enter.wait", true, "", "", 0, left);
        }

        @Override
        public String toString() {
            return "said (LOCAL)";
        }
    }

    public String line() {
        return said.left.isPositive()
                ? frame.say(said.key, frame.words().count("count.seconds", said.left.toSeconds() + 1))
                : frame.say(said.key, said.from, said.to, frame.words().count("handover.drafts", said.drafts));
    }

    /** Somebody as in a list: the name, and what there is to hand over. */
    public String from(Person person) {
        String name = person.account.name() + " – " + frame.words().count("handover.drafts", person.drafts);
        return person.account.blocked() ? name + ", " + frame.say("accounts.state.blocked") : name;
    }

    public List<Person> heirs() {
        return people.stream().filter(person -> !person.account.blocked()).toList();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import io.javalin.http.Context;
import java.time.Duration;
import org.gorizont.node.accounts.Account;
import org.gorizont.node.accounts.People;

/** Asks whoever has entered for the password once more, before something that others would like to do in their name. */
record PasswordAgain(People people) {
    /** What the typed password is. */
    sealed interface Answer {
        record Right() implements Answer {}

        record Wrong() implements Answer {}

        /** It was not looked at: too many were wrong before. */
        record TooSoon(Duration left) implements Answer {}
    }

    Answer ask(Context context) {
        Account self = Door.who(context).entered().orElseThrow().account();
        Duration left = people.attempts().left(self.login(), context.ip());
        if (left.isPositive()) {
            return new Answer.TooSoon(left);
        } else if (people.accounts()
                .enter(self.login(), DeskDraft.typed(context, "password"))
                .isEmpty()) {
            people.attempts().failed(self.login(), context.ip());
            return new Answer.Wrong();
        }
        people.attempts().succeeded(self.login(), context.ip());
        return new Answer.Right();
    }
}

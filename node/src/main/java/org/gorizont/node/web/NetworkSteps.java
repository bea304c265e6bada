// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.gorizont.node.accounts.Right;
import org.gorizont.node.circles.JoinAttempt;
import org.gorizont.node.setup.Step;
import org.gorizont.node.web.page.Frame;
import org.gorizont.node.web.page.JoinPage;
import org.gorizont.node.web.page.Links;
import org.gorizont.node.web.page.NetworkStepPage;
import org.gorizont.protocol.codec.InvitationCode;
import org.gorizont.protocol.codec.Malformed;
import org.gorizont.protocol.core.Outcome;
import org.gorizont.protocol.model.Invitation;

/** The step of the first start where the school joins a network by a code, founds one, or does neither for now. */
final class NetworkSteps {
    private final Site site;
    private final Beginning steps;

    NetworkSteps(Site site, Beginning steps) {
        this.site = site;
        this.steps = steps;
    }

    List<Route> routes() {
        return List.of(
                Route.get(Links.step(Step.NETWORK), Right.SETUP, context -> show(context, "", "", Optional.empty())),
                Route.post(Links.step(Step.NETWORK), Right.SETUP, this::goOn),
                Route.post(Links.JOIN, Right.SETUP, this::look),
                Route.get(Links.JOINING, Right.SETUP, this::showJoining),
                Route.post(Links.JOINING, Right.SETUP, this::join),
                Route.post(Links.FOUND, Right.SETUP, this::found));
    }

    private void show(Context context, String code, String name, Optional<String> refused) {
        Frame frame = site.frame(context, Frame.Tab.NONE, "begin.network.title");
        boolean unpublished = context.queryParam("unpublished") != null;
        site.show(
                context,
                "begin/network",
                new NetworkStepPage(frame, site.status().get().circles(), code, name, unpublished, refused));
    }

    private void refuse(Context context, String code, String name, String why) {
        context.status(HttpStatus.UNPROCESSABLE_CONTENT);
        show(context, code, name, Optional.of(why));
    }

    private void goOn(Context context) throws IOException {
        if (steps.setup().isPending()) {
            steps.setup().change(answers -> answers.reached(Step.BACKUP));
        }
        context.redirect(Links.step(Step.BACKUP), HttpStatus.SEE_OTHER);
    }

    /** What a code means, before anybody is asked. */
    private void look(Context context) {
        String typed = DeskDraft.typed(context, "code");
        try {
            Invitation invitation = InvitationCode.parse(typed);
            Frame frame = site.frame(context, Frame.Tab.NONE, "begin.join.title");
            site.show(context, "begin/join", new JoinPage(frame, typed, invitation));
        } catch (Malformed _) {
            refuse(context, typed, "", "begin.join.malformed");
        }
    }

    private void join(Context context) {
        String typed = DeskDraft.typed(context, "code");
        try {
            Invitation invitation = InvitationCode.parse(typed);
            site.notes().note(context, "circle.join", invitation.circle().toString(), true);
            steps.networks().join(invitation);
            context.redirect(Links.JOINING, HttpStatus.SEE_OTHER);
        } catch (Malformed _) {
            refuse(context, typed, "", "begin.join.malformed");
        }
    }

    private void showJoining(Context context) {
        steps.networks()
                .attempt()
                .ifPresentOrElse(
                        attempt -> {
                            Frame frame = site.frame(context, Frame.Tab.NONE, "begin.joining.title");
                            site.show(context, "begin/joining", new JoinPage.Following(frame, attempt));
                        },
                        () -> context.redirect(Links.step(Step.NETWORK), HttpStatus.SEE_OTHER));
    }

    private void found(Context context) throws InterruptedException {
        String name = DeskDraft.typed(context, "name").strip();
        try {
            switch (steps.networks().found(name)) {
                case Outcome.Founded founded -> {
                    site.notes().note(context, "circle.found", founded.circle().toString(), true);
                    context.redirect(Links.step(Step.NETWORK), HttpStatus.SEE_OTHER);
                }
                case Outcome.Refused refused -> refuse(context, "", name, Refused.words(refused.refusal()));
                case Outcome other -> throw new IllegalStateException("an answer to another question: " + other);
            }
        } catch (IllegalArgumentException _) {
            refuse(context, "", name, "begin.found.name");
        } catch (JoinAttempt.NoAnswer _) {
            refuse(context, "", name, "begin.found.no-answer");
        }
    }
}

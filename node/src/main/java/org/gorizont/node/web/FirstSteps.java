// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import java.util.List;
import java.util.Optional;
import org.gorizont.node.accounts.Accounts;
import org.gorizont.node.accounts.Right;
import org.gorizont.node.desk.FormKind;
import org.gorizont.node.readmodel.Catalogue;
import org.gorizont.node.readmodel.SchoolView;
import org.gorizont.node.setup.Step;
import org.gorizont.node.web.help.HelpTopic;
import org.gorizont.node.web.page.FirstStep;
import org.gorizont.node.web.page.FirstStep.What;
import org.gorizont.node.web.page.Links;
import org.gorizont.node.web.page.Who;
import org.gorizont.node.web.text.Wording;
import org.gorizont.protocol.core.ReplicaStatus;

/** What to do first on a new node, with what is done already. */
record FirstSteps(Accounts accounts, Catalogue catalogue, Upkeep upkeep) {
    /** Nothing once all is done, and for whoever can do none of what is left. */
    List<FirstStep> of(Who who, ReplicaStatus now, Wording words) {
        Optional<SchoolView> school = catalogue.school(now.self());
        boolean member = now.circles().stream().anyMatch(circle -> circle.standing() == ReplicaStatus.Standing.MEMBER);
        boolean noAccounts = accounts.isEmpty();
        List<FirstStep> steps = List.of(
                step(What.ACCOUNT, !noAccounts, noAccounts, Links.FIRST),
                form(who, What.CARD, school.flatMap(SchoolView::card).isPresent(), FormKind.SCHOOL),
                form(who, What.CENTRE, school.flatMap(SchoolView::centre).isPresent(), FormKind.CENTRE),
                form(who, What.RESOURCE, school.map(SchoolView::resources).orElse(0) > 0, FormKind.RESOURCE),
                form(who, What.PRACTICE, school.map(SchoolView::practices).orElse(0) > 0, FormKind.PRACTICE),
                step(
                        What.CIRCLE,
                        member,
                        who.may(Right.CIRCLES) || who.may(Right.UPKEEP),
                        who.may(Right.SETUP) ? Links.step(Step.NETWORK) : HelpTopic.JOINING.address(words.language())),
                step(
                        What.BACKUP,
                        upkeep.backup().hasFolder(),
                        who.may(Right.UPKEEP),
                        who.may(Right.SETUP) ? Links.step(Step.BACKUP) : HelpTopic.BACKUPS.address(words.language())));
        boolean shown = steps.stream().anyMatch(step -> step.isAwaited() && step.isOpen());
        return shown ? steps : List.of();
    }

    private static FirstStep step(What what, boolean done, boolean may, String link) {
        return new FirstStep(what, done, Optional.empty(), may ? Optional.of(link) : Optional.empty());
    }

    private static FirstStep form(Who who, What what, boolean done, FormKind kind) {
        boolean may = DeskRights.mayWrite(who, kind);
        return new FirstStep(what, done, may ? Optional.of(kind) : Optional.empty(), Optional.empty());
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gorizont.node.accounts.Accounts;
import org.gorizont.node.accounts.Right;
import org.gorizont.node.desk.Desk;
import org.gorizont.node.desk.Sheet;
import org.gorizont.node.web.help.HelpTopic;
import org.gorizont.node.web.page.BackupState;
import org.gorizont.node.web.page.Duty;
import org.gorizont.node.web.page.Duty.What;
import org.gorizont.node.web.page.Links;
import org.gorizont.node.web.page.Who;
import org.gorizont.node.web.text.Wording;
import org.gorizont.protocol.core.ReplicaStatus;

/** What waits for somebody on this node: only what their role may act on. */
record Duties(Accounts accounts, Desk desk, Upkeep upkeep) {
    List<Duty> of(Who who, ReplicaStatus now, Wording words, Instant clock) {
        List<Duty> duties = new ArrayList<>();
        if (who.may(Right.UPKEEP)) {
            stopped(now, words).ifPresent(duties::add);
            backup(upkeep.backup(), words, clock).ifPresent(duties::add);
            forks(now).ifPresent(duties::add);
            Duty.some(What.DRAFTS_REFUSED, upkeep.keptDrafts(), help(HelpTopic.KEPT_DRAFTS, words))
                    .ifPresent(duties::add);
        }
        if (who.may(Right.CIRCLES)) {
            votes(now).ifPresent(duties::add);
            duties.addAll(joining(now));
        }
        duties.addAll(drafts(who));
        if (who.may(Right.ACCOUNTS)) {
            duties.addAll(codes(clock));
        }
        duties.sort(Comparator.comparing(Duty::what));
        return duties;
    }

    private static Optional<Duty> stopped(ReplicaStatus now, Wording words) {
        return now.writing().flatMap(why -> switch (why) {
            case STOPPED_BY_FORK -> Optional.of(duty(What.STOPPED_BY_FORK, HelpTopic.TWO_VERSIONS, words));
            case STOPPED_BY_HIGHER_HEAD ->
                Optional.of(duty(What.STOPPED_BY_HIGHER_HEAD, HelpTopic.TWO_COMPUTERS, words));
            case KEYS_CHANGED -> Optional.of(duty(What.KEYS_CHANGED, HelpTopic.STOLEN_KEY, words));
            case STORE_READ_ONLY -> Optional.of(duty(What.STORE_READ_ONLY, HelpTopic.DISK, words));
            default -> Optional.<Duty>empty();
        });
    }

    private static Optional<Duty> backup(BackupState backup, Wording words, Instant clock) {
        if (!backup.hasFolder()) {
            return Optional.empty();
        } else if (backup.failed()) {
            return Optional.of(duty(What.BACKUP_FAILED, HelpTopic.BACKUPS, words));
        } else if (backup.made().isEmpty()) {
            return Optional.of(duty(What.BACKUP_NEVER, HelpTopic.BACKUPS, words));
        }
        String made = words.dateAndTime(backup.made().get());
        return backup.isOverdue(clock)
                ? Optional.of(new Duty(What.BACKUP_OVERDUE, 1, made, help(HelpTopic.BACKUPS, words)))
                : Optional.empty();
    }

    /** Other schools of which two versions of a log exist: somebody should call them. */
    private static Optional<Duty> forks(ReplicaStatus now) {
        long forked = now.schools().stream()
                .filter(school -> !school.id().equals(now.self()))
                .filter(school -> school.behind().stream().anyMatch(behind -> behind.why() == ReplicaStatus.Why.FORKED))
                .count();
        return Duty.some(What.OTHERS_FORKED, forked, Links.SCHOOLS);
    }

    private static Optional<Duty> votes(ReplicaStatus now) {
        List<ReplicaStatus.Circle> asking = now.circles().stream()
                .filter(circle -> circle.proposals().stream().anyMatch(ReplicaStatus.Open::waiting))
                .toList();
        long votes = asking.stream()
                .flatMap(circle -> circle.proposals().stream())
                .filter(ReplicaStatus.Open::waiting)
                .count();
        String link = asking.size() == 1 ? Links.circle(asking.getFirst().id()) : Links.NETWORKS;
        return Duty.some(What.VOTES, votes, link);
    }

    private static List<Duty> joining(ReplicaStatus now) {
        return now.circles().stream()
                .filter(circle -> circle.standing() == ReplicaStatus.Standing.JOINING)
                .map(circle -> new Duty(What.JOINING, 1, circle.terms().name(), Links.circle(circle.id())))
                .toList();
    }

    private List<Duty> drafts(Who who) {
        List<Sheet.Brief> sheets = desk.briefs();
        long offered = sheets.stream()
                .filter(sheet -> sheet.state() == Sheet.State.OFFERED && DeskRights.mayPublish(who, sheet.kind()))
                .count();
        long written = sheets.stream()
                .filter(sheet -> sheet.state() == Sheet.State.WRITING && DeskRights.sees(who, sheet))
                .count();
        return Stream.of(
                        Duty.some(What.DRAFTS_TO_PUBLISH, offered, Links.PUBLISH),
                        Duty.some(What.DRAFTS_WRITTEN, written, Links.DESK))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Codes with which nobody has come in. */
    private List<Duty> codes(Instant clock) {
        List<Instant> ends = accounts.all().stream()
                .filter(account -> !account.blocked())
                .flatMap(account -> account.waitsUntil().stream())
                .toList();
        long expired = ends.stream().filter(clock::isAfter).count();
        return Stream.of(
                        Duty.some(What.CODES_WAITING, ends.size() - expired, Links.ACCOUNTS),
                        Duty.some(What.CODES_EXPIRED, expired, Links.ACCOUNTS))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Duty duty(What what, HelpTopic topic, Wording words) {
        return new Duty(what, 1, "", help(topic, words));
    }

    private static String help(HelpTopic topic, Wording words) {
        return topic.address(words.language());
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gorizont.node.accounts.Deed;
import org.gorizont.node.accounts.Notice;
import org.gorizont.node.accounts.Notices;
import org.gorizont.node.accounts.Right;
import org.gorizont.node.accounts.Role;
import org.gorizont.node.desk.FormKind;
import org.gorizont.node.readmodel.RecordVersion;
import org.gorizont.node.web.page.Frame;
import org.gorizont.node.web.page.Links;
import org.gorizont.node.web.page.NoticeLine;
import org.gorizont.node.web.page.Who;
import org.gorizont.protocol.model.RecordId;

/** What happened to somebody's own things since they last looked, on the first page until it is put away. */
final class NoticePages {
    private static final String NUMBER = "[0-9]{1,18}";
    private static final String RECORD = "[0-9a-f]{32}";

    private final Site site;
    private final Notices notices;
    private final OwnRecords own;

    NoticePages(Site site, OwnRecords own) {
        this.site = site;
        this.notices = site.people().notices();
        this.own = own;
    }

    List<Route> routes() {
        return List.of(Route.post(Links.NOTICES, Right.OWN_ACCOUNT, this::putAway));
    }

    /** For whoever asks, the newest first; what was withdrawn comes last, since nobody has said when. */
    List<NoticeLine> lines(Frame frame) {
        List<NoticeLine> lines = new ArrayList<>();
        for (Who.Entered reader : frame.who().entered().stream().toList()) {
            String account = reader.account().id();
            notices.of(account).forEach(notice -> lines.add(line(frame, notice)));
            for (Notice.Work work : notices.works(account)) {
                ended(work)
                        .ifPresent(version -> lines.add(new NoticeLine(
                                frame.say("notice.withdrawn", title(frame, work)),
                                frame.words().dateAndTime(version.claimedAt()),
                                "",
                                work.record())));
            }
        }
        return lines;
    }

    private NoticeLine line(Frame frame, Notice notice) {
        String who = notice.by().isEmpty() ? Deed.COMMAND : DeskDraft.name(site.people(), notice.by());
        String by = frame.say("notice.by", who, frame.words().dateAndTime(notice.at()));
        String away = Long.toString(notice.number());
        return switch (notice.event()) {
            case Notice.Event.Published(Notice.Work work) ->
                new NoticeLine(frame.say("notice.published", title(frame, work)), by, link(work), away);
            case Notice.Event.Changed(Notice.Work work) ->
                new NoticeLine(frame.say("notice.changed", title(frame, work)), by, link(work), away);
            case Notice.Event.Roles(var roles) -> {
                String names = roles.stream()
                        .sorted()
                        .map(Role::code)
                        .map(code -> frame.say("role." + code))
                        .collect(Collectors.joining(", "));
                yield new NoticeLine(frame.say("notice.roles", names), by, Links.ME, away);
            }
            case Notice.Event.NewCode() -> new NoticeLine(frame.say("notice.code"), by, "", away);
        };
    }

    private void putAway(Context context) throws IOException {
        String account = DeskDraft.author(context);
        for (String away : context.formParams("away")) {
            if (away.matches(RECORD)) {
                notices.forget(account, away);
            } else if (away.matches(NUMBER)) {
                notices.putAway(account, Long.parseLong(away));
            }
        }
        context.redirect("/", HttpStatus.SEE_OTHER);
    }

    private Optional<RecordVersion> ended(Notice.Work work) {
        return own.catalogue().version(own.key(RecordId.ofHex(work.record()))).filter(RecordVersion::ends);
    }

    private String link(Notice.Work work) {
        return FormKind.of(work.kind())
                .filter(_ -> own.stands(RecordId.ofHex(work.record())))
                .map(kind -> kind.onlyRecord().isPresent()
                        ? Links.school(own.publisher().self())
                        : Links.found(own.key(RecordId.ofHex(work.record())), kind.kind()))
                .orElse("");
    }

    private static String title(Frame frame, Notice.Work work) {
        return work.title().isEmpty() ? frame.say("form." + work.kind() + ".untitled") : work.title();
    }
}

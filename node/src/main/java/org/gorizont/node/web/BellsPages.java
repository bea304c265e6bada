// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.gorizont.node.accounts.Right;
import org.gorizont.node.bells.Bells;
import org.gorizont.node.bells.BellsFile;
import org.gorizont.node.bells.Lesson;
import org.gorizont.node.desk.FormField;
import org.gorizont.node.desk.FormKind;
import org.gorizont.node.desk.Forms;
import org.gorizont.node.readmodel.SchoolView;
import org.gorizont.node.web.page.BellsPage;
import org.gorizont.node.web.page.FieldView;
import org.gorizont.node.web.page.Frame;
import org.gorizont.node.web.page.Links;
import org.gorizont.node.web.text.Wording;

/** «Звонки»: the lessons of this school, typed once. */
final class BellsPages {
    private static final int EMPTY_ROWS = 3;
    private static final int FIVE_DAYS = 5;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("H[H]:mm").withResolverStyle(ResolverStyle.STRICT);
    /** What a blank page proposes: lessons of 45 minutes. */
    private static final List<String> EXAMPLE = List.of(
            "08:30", "09:15", "09:25", "10:10", "10:30", "11:15", "11:35", "12:20", "12:30", "13:15", "13:25", "14:10",
            "14:20", "15:05");

    private final Site site;
    private final BellsFile file;
    private final OwnRecords own;

    BellsPages(Site site, BellsFile file, OwnRecords own) {
        this.site = site;
        this.file = file;
        this.own = own;
    }

    List<Route> routes() {
        return List.of(
                Route.get(Links.BELLS, Right.WRITE_RESOURCES, this::bells),
                Route.post(Links.BELLS, Right.WRITE_RESOURCES, this::save));
    }

    /** What is typed in the form. */
    private record Asked(List<BellsPage.Row> rows, int days, String zone) {}

    private void bells(Context context) {
        Optional<Bells> now = file.bells();
        Asked asked = now.map(BellsPages::asked).orElseGet(this::example);
        boolean saved = context.queryParam("said") != null;
        String back = Optional.ofNullable(context.queryParam("back")).orElse("");
        show(context, asked, List.of(), back, now.isEmpty(), saved);
    }

    private void save(Context context) throws IOException {
        Frame frame = frame(context);
        Asked asked = typed(context);
        List<String> problems = new ArrayList<>();
        TreeSet<Lesson> lessons = lessons(frame, asked.rows, problems);
        Optional<ZoneId> zone = Wording.zoneOf(asked.zone);
        if (zone.isEmpty()) {
            problems.add(frame.say("bells.no-zone"));
        }
        if (problems.isEmpty() && lessons.isEmpty()) {
            problems.add(frame.say("bells.none"));
        } else if (lessons.size() > Bells.LESSONS) {
            problems.add(frame.say("bells.too-many", Bells.LESSONS));
        }
        String back = DeskDraft.typed(context, "back");
        if (!problems.isEmpty()) {
            context.status(HttpStatus.UNPROCESSABLE_CONTENT);
            show(context, asked, problems, back, false, false);
            return;
        }
        file.put(new Bells(List.copyOf(lessons), asked.days, zone.orElseThrow()));
        site.notes().note(context, "bells", "", true);
        context.redirect(isSheet(back) ? Links.sheet(back) : Links.BELLS + "?said=saved", HttpStatus.SEE_OTHER);
    }

    private void show(
            Context context, Asked asked, List<String> problems, String back, boolean example, boolean saved) {
        Frame frame = frame(context);
        List<BellsPage.Row> rows = new ArrayList<>(asked.rows);
        for (int i = 0; i < EMPTY_ROWS && rows.size() < Bells.LESSONS; i++) {
            rows.add(BellsPage.Row.BLANK);
        }
        FormField zone = Forms.of(FormKind.SCHOOL).fields().stream()
                .filter(field -> field.type() == FormField.Type.ZONE)
                .findFirst()
                .orElseThrow();
        site.show(
                context,
                "desk/bells",
                new BellsPage(
                        frame,
                        rows,
                        asked.days,
                        new FieldView(frame, FormKind.SCHOOL, zone, asked.zone, Optional.empty()),
                        problems,
                        isSheet(back) ? back : "",
                        example,
                        saved));
    }

    private static TreeSet<Lesson> lessons(Frame frame, List<BellsPage.Row> rows, List<String> problems) {
        TreeSet<Lesson> lessons = new TreeSet<>(Lesson.ORDER);
        for (int i = 0; i < rows.size(); i++) {
            BellsPage.Row row = rows.get(i);
            try {
                if (!row.isBlank() && !lessons.add(lesson(row))) {
                    problems.add(frame.say("bells.twice", i + 1));
                }
            } catch (DateTimeException | IllegalArgumentException _) {
                problems.add(frame.say("bells.unfit", i + 1));
            }
        }
        return lessons;
    }

    private static Lesson lesson(BellsPage.Row row) {
        return new Lesson(
                Integer.parseInt(row.shift()),
                Integer.parseInt(row.number()),
                LocalTime.parse(row.start().replace('.', ':'), TIME),
                LocalTime.parse(row.end().replace('.', ':'), TIME));
    }

    private static Asked asked(Bells bells) {
        List<BellsPage.Row> rows = bells.lessons().stream()
                .map(lesson -> new BellsPage.Row(
                        String.valueOf(lesson.shift()),
                        String.valueOf(lesson.number()),
                        lesson.start().toString(),
                        lesson.end().toString()))
                .toList();
        return new Asked(rows, bells.days(), bells.zone().getId());
    }

    private Asked example() {
        List<BellsPage.Row> rows = new ArrayList<>();
        for (int i = 0; i + 1 < EXAMPLE.size(); i += 2) {
            rows.add(new BellsPage.Row("1", String.valueOf(i / 2 + 1), EXAMPLE.get(i), EXAMPLE.get(i + 1)));
        }
        String zone = own.catalogue()
                .school(own.publisher().self())
                .flatMap(SchoolView::card)
                .map(card -> card.location().zone())
                .orElse("");
        return new Asked(rows, FIVE_DAYS, zone);
    }

    private static Asked typed(Context context) {
        List<BellsPage.Row> rows = new ArrayList<>();
        List<String> shifts = context.formParams("shift");
        List<String> numbers = context.formParams("number");
        List<String> starts = context.formParams("start");
        List<String> ends = context.formParams("end");
        for (int i = 0; i < ends.size() && i < starts.size() && i < numbers.size() && i < shifts.size(); i++) {
            BellsPage.Row row = new BellsPage.Row(
                    shifts.get(i).strip(),
                    numbers.get(i).strip(),
                    starts.get(i).strip(),
                    ends.get(i).strip());
            if (!row.isBlank()) {
                rows.add(row);
            }
        }
        String days = DeskDraft.typed(context, "days");
        return new Asked(
                rows, days.matches("[5-7]") ? Integer.parseInt(days) : FIVE_DAYS, DeskDraft.typed(context, "f.zone"));
    }

    private Frame frame(Context context) {
        return site.frame(context, Frame.Tab.OURS, "bells.title");
    }

    private static boolean isSheet(String id) {
        return id.matches("[0-9a-f]{16}");
    }
}

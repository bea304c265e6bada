// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gorizont.node.accounts.Right;
import org.gorizont.node.desk.Desk;
import org.gorizont.node.desk.FormKind;
import org.gorizont.node.desk.Sheet;
import org.gorizont.node.drafting.DeskImport;
import org.gorizont.node.drafting.Table;
import org.gorizont.node.vocabulary.Vocabularies;
import org.gorizont.node.web.page.Frame;
import org.gorizont.node.web.page.ImportPage;
import org.gorizont.node.web.page.Links;
import org.gorizont.node.web.page.Who;
import org.gorizont.protocol.rows.Encodings;
import org.gorizont.protocol.rows.RowKind;
import org.gorizont.protocol.rows.UnreadableTable;

/**
 * Tables of a school that become drafts: first everything that is wrong is shown, then whoever has uploaded it decides
 * whether the good rows go to the desk.
 */
final class ImportPages {
    /** Largest upload; a larger one is answered with 413. */
    static final long UPLOAD_BYTES = 8L << 20;
    /** People whose tables wait for their decision; the oldest one is forgotten, and is asked for the file again. */
    private static final int TABLES = 16;

    private final Site site;
    private final Desk desk;
    private final Vocabularies words;
    private final DeskImport imports;
    private final Map<String, Table> waiting = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Table> eldest) {
            return size() > TABLES;
        }
    };

    ImportPages(Site site, Desk desk, OwnRecords own, Vocabularies words) {
        this.site = site;
        this.desk = desk;
        this.words = words;
        this.imports = new DeskImport(desk, own.beginnings());
    }

    List<Route> routes() {
        return List.of(
                Route.get(Links.IMPORT, Right.DESK, context -> show(context, HttpStatus.OK, Optional.empty())),
                Route.upload(Links.IMPORT, Right.DESK, UPLOAD_BYTES, this::read),
                Route.post(Links.IMPORT + "/take", Right.DESK, this::take));
    }

    private void show(Context context, HttpStatus status, Optional<ImportPage.Refused> refused) {
        context.status(status);
        Frame frame = site.frame(context, Frame.Tab.DESK, "import.title");
        site.show(
                context,
                "desk/import",
                new ImportPage(frame, kinds(Door.who(context)), UPLOAD_BYTES >> 20, refused, Optional.empty(), 0));
    }

    private void read(Context context) throws IOException {
        RowKind kind = RowKind.of(DeskDraft.typed(context, "kind"))
                .filter(kinds(Door.who(context))::contains)
                .orElseThrow(NotFoundResponse::new);
        UploadedFile file = context.isMultipartFormData() ? context.uploadedFile("file") : null;
        if (file == null || file.size() == 0) {
            refuse(context, "import.refused.no-file");
            return;
        }
        byte[] bytes;
        try (InputStream content = file.content()) {
            bytes = content.readAllBytes();
        }
        Optional<String> text = Encodings.text(bytes);
        if (text.isEmpty()) {
            refuse(context, "import.refused.encoding");
            return;
        }
        try {
            Table table = Table.read(kind, text.get(), words);
            remember(DeskDraft.author(context), table);
            Frame frame = site.frame(context, Frame.Tab.DESK, "import.title");
            site.show(
                    context,
                    "desk/import",
                    new ImportPage(
                            frame,
                            kinds(Door.who(context)),
                            UPLOAD_BYTES >> 20,
                            Optional.empty(),
                            Optional.of(table),
                            desk.room()));
        } catch (UnreadableTable e) {
            refuse(context, "import.refused." + e.reason(), e.values().toArray());
        }
    }

    /** The good rows of what was uploaded last. */
    private void take(Context context) throws IOException, InterruptedException {
        Optional<Table> table = forget(DeskDraft.author(context));
        if (table.isEmpty()) {
            refuse(context, "import.refused.forgotten");
        } else if (!kinds(Door.who(context)).contains(table.get().kind())) {
            throw new NotFoundResponse();
        } else if (table.get().records() > desk.room()) {
            refuse(context, "import.refused.no-room", table.get().records(), desk.room());
        } else {
            take(context, table.get());
        }
    }

    private void take(Context context, Table table) throws IOException, InterruptedException {
        DeskImport.Placed placed = imports.place(table.items(), DeskDraft.author(context), Sheet.State.WRITING);
        site.notes().note(context, "import." + table.kind().code(), String.valueOf(placed.placed()), true);
        if (placed.stopped().isPresent()) {
            refuse(context, "import.refused.stopped", placed.placed());
            return;
        }
        context.redirect(
                Links.DESK + "?said=imported&placed=" + placed.placed() + "&same=" + placed.same(),
                HttpStatus.SEE_OTHER);
    }

    private void refuse(Context context, String key, Object... values) {
        show(context, HttpStatus.UNPROCESSABLE_CONTENT, Optional.of(new ImportPage.Refused(key, List.of(values))));
    }

    private static List<RowKind> kinds(Who who) {
        return List.of(RowKind.values()).stream()
                .filter(kind ->
                        DeskRights.mayWrite(who, FormKind.of(kind.kind()).orElseThrow()))
                .toList();
    }

    private synchronized void remember(String account, Table table) {
        waiting.remove(account);
        waiting.put(account, table);
    }

    private synchronized Optional<Table> forget(String account) {
        return Optional.ofNullable(waiting.remove(account));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.accounts;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.gorizont.node.identity.OwnerOnly;
import org.gorizont.node.storage.Durable;

/**
 * What happened to people's own things since they last looked, until they put it away; and which published records somebody
 * wrote, so that they can be told what becomes of them. One file an account in {@code notices/} of the data directory, for its owner
 * alone, replaced as a whole; what is answered is on disk. A file that cannot be read counts as empty: nothing rests on it. Safe for
 * all threads.
 */
public final class Notices {
    /** Kept for one account; beyond it the oldest go unseen. */
    public static final int NOTICES = 50;
    /** Records of one account whose fate is told; beyond it the oldest are forgotten. */
    public static final int WORKS = 200;

    private static final String DIRECTORY = "notices";
    private static final String SUFFIX = ".json";

    private final Path directory;
    private final InstantSource clock;
    private final Map<String, Held> byAccount = new TreeMap<>();

    private Notices(Path directory, InstantSource clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * What one account has.
     *
     * @param last number of the last notice, also of one that was put away
     * @param notices oldest first
     * @param works oldest first
     */
    record Held(long last, List<Notice> notices, List<Notice.Work> works) {
        static final Held NOTHING = new Held(0, List.of(), List.of());

        Held {
            notices = newest(notices, NOTICES);
            works = newest(works, WORKS);
        }

        Held with(Notice notice) {
            return new Held(notice.number(), plus(notices, notice), works);
        }

        Held without(Predicate<Notice> away) {
            return new Held(last, notices.stream().filter(away.negate()).toList(), works);
        }

        Held with(Notice.Work work) {
            return new Held(last, notices, plus(forgetting(work.record()).works, work));
        }

        Held forgetting(String record) {
            return new Held(
                    last,
                    notices,
                    works.stream().filter(work -> !work.record().equals(record)).toList());
        }

        private static <T> List<T> plus(List<T> list, T one) {
            List<T> longer = new ArrayList<>(list);
            longer.add(one);
            return longer;
        }

        private static <T> List<T> newest(List<T> list, int atMost) {
            return List.copyOf(list.subList(Math.max(0, list.size() - atMost), list.size()));
        }
    }

    /** @throws IOException if the folder cannot be read */
    public static Notices open(Path dataDirectory, InstantSource clock) throws IOException {
        Notices notices = new Notices(dataDirectory.resolve(DIRECTORY), clock);
        if (Files.exists(notices.directory)) {
            notices.load();
        }
        return notices;
    }

    /** Newest first. */
    public synchronized List<Notice> of(String account) {
        return held(account).notices.reversed();
    }

    /** Published records that this account wrote, the newest first. */
    public synchronized List<Notice.Work> works(String account) {
        return held(account).works.reversed();
    }

    /** Accounts that wrote a record. */
    public synchronized Set<String> authors(String record) {
        Set<String> authors = new TreeSet<>();
        byAccount.forEach((account, held) -> {
            if (held.works.stream().anyMatch(work -> work.record().equals(record))) {
                authors.add(account);
            }
        });
        return authors;
    }

    /**
     * Tells somebody what another one did.
     *
     * @param by account that did it; empty for the command line
     */
    public synchronized void tell(String account, String by, Notice.Event event) throws IOException {
        Held before = held(account);
        keep(account, before.with(new Notice(before.last + 1, clock.instant(), by, event)));
    }

    /** Notes who wrote what was just published. */
    public synchronized void wrote(String account, Notice.Work work) throws IOException {
        keep(account, held(account).with(work));
    }

    /** Somebody need not be told any more what becomes of a record. */
    public synchronized void forget(String account, String record) throws IOException {
        keep(account, held(account).forgetting(record));
    }

    /** Puts a notice away for good. */
    public synchronized void putAway(String account, long number) throws IOException {
        keep(account, held(account).without(notice -> notice.number() == number));
    }

    private Held held(String account) {
        return byAccount.getOrDefault(account, Held.NOTHING);
    }

    private void keep(String account, Held now) throws IOException {
        if (now.equals(held(account))) {
            return;
        }
        if (!Files.exists(directory)) {
            OwnerOnly.createDirectory(directory);
            Durable.syncParent(directory);
        }
        Durable.replace(
                directory.resolve(account + SUFFIX), NoticeFile.encode(now), OwnerOnly.fileAttributes(directory));
        byAccount.put(account, now);
    }

    private void load() throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(directory, "*" + SUFFIX)) {
            for (Path file : found) {
                String name = String.valueOf(file.getFileName());
                String account = name.substring(0, name.length() - SUFFIX.length());
                if (account.matches("[0-9a-f]{16}") && byAccount.size() < Accounts.ACCOUNTS) {
                    NoticeFile.decode(Files.readAllBytes(file)).ifPresent(held -> byAccount.put(account, held));
                }
            }
        }
    }
}

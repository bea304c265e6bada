// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.memory;

import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** A sorted map whose changes can be taken back. Keys and values are immutable. */
final class Table<K, V> {
    private final NavigableMap<K, V> rows;
    private final Journal journal;

    Table(Comparator<? super K> order, Journal journal) {
        this.rows = new TreeMap<>(order);
        this.journal = journal;
    }

    private Table(NavigableMap<K, V> rows, Journal journal) {
        this.rows = rows;
        this.journal = journal;
    }

    /** The same rows, changed apart from these ones. */
    Table<K, V> copy(Journal other) {
        return new Table<>(new TreeMap<>(rows), other);
    }

    void put(K key, V value) {
        V before = rows.put(key, value);
        journal.note(before == null ? () -> rows.remove(key) : () -> rows.put(key, before));
    }

    void remove(K key) {
        V before = rows.remove(key);
        if (before != null) {
            journal.note(() -> rows.put(key, before));
        }
    }

    void removeIf(Predicate<K> condition) {
        rows.keySet().stream().filter(condition).toList().forEach(this::remove);
    }

    Optional<V> get(K key) {
        return Optional.ofNullable(rows.get(key));
    }

    List<V> values() {
        return List.copyOf(rows.values());
    }

    List<K> keysFrom(K from, int limit) {
        return rows.tailMap(from).keySet().stream().limit(limit).toList();
    }

    List<V> valuesAfter(K key, int limit) {
        return rows.tailMap(key, false).values().stream().limit(limit).toList();
    }

    /** Rows with {@code from <= key < to}; a view. */
    SortedMap<K, V> between(K from, K to) {
        return rows.subMap(from, to);
    }

    Optional<K> lastKey() {
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.lastKey());
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.world;

import java.util.Arrays;

/**
 * Events by time, then by place, then by their number at that place: never by the order of insertion across places, so
 * that leaving one fault out moves no unrelated event. A 4-ary heap over primitive arrays.
 */
public final class EventQueue {
    private static final int ARITY = 4;
    private static final int FIRST_CAPACITY = 1_024;

    private long[] times = new long[FIRST_CAPACITY];
    private long[] places = new long[FIRST_CAPACITY];
    private long[] numbers = new long[FIRST_CAPACITY];
    private Runnable[] actions = new Runnable[FIRST_CAPACITY];
    private int size;

    /** @param number rises at each {@code place} */
    public void add(long nanos, long place, long number, Runnable action) {
        if (size == times.length) {
            grow();
        }
        int hole = size++;
        while (hole > 0) {
            int parent = (hole - 1) / ARITY;
            if (compare(parent, nanos, place, number) <= 0) {
                break;
            }
            move(parent, hole);
            hole = parent;
        }
        set(hole, nanos, place, number, action);
    }

    public boolean isEmpty() {
        return size == 0;
    }

    public int size() {
        return size;
    }

    /** Time of the first event. */
    public long nextNanos() {
        return times[0];
    }

    /** Place of the first event. */
    public long nextPlace() {
        return places[0];
    }

    /** Takes the first event out. */
    public Runnable poll() {
        Runnable first = actions[0];
        int last = --size;
        long nanos = times[last];
        long place = places[last];
        long number = numbers[last];
        Runnable action = actions[last];
        actions[last] = EventQueue::nothing;
        if (size > 0) {
            sink(nanos, place, number, action);
        }
        return first;
    }

    private void sink(long nanos, long place, long number, Runnable action) {
        int hole = 0;
        while (true) {
            int least = leastChild(hole);
            if (least < 0 || compare(least, nanos, place, number) >= 0) {
                break;
            }
            move(least, hole);
            hole = least;
        }
        set(hole, nanos, place, number, action);
    }

    private int leastChild(int parent) {
        int first = parent * ARITY + 1;
        if (first >= size) {
            return -1;
        }
        int least = first;
        for (int child = first + 1; child < Math.min(first + ARITY, size); child++) {
            if (compare(child, times[least], places[least], numbers[least]) < 0) {
                least = child;
            }
        }
        return least;
    }

    private int compare(int index, long nanos, long place, long number) {
        if (times[index] != nanos) {
            return Long.compare(times[index], nanos);
        }
        return places[index] != place ? Long.compare(places[index], place) : Long.compare(numbers[index], number);
    }

    private void move(int from, int to) {
        set(to, times[from], places[from], numbers[from], actions[from]);
    }

    private void set(int index, long nanos, long place, long number, Runnable action) {
        times[index] = nanos;
        places[index] = place;
        numbers[index] = number;
        actions[index] = action;
    }

    private void grow() {
        times = Arrays.copyOf(times, size * 2);
        places = Arrays.copyOf(places, size * 2);
        numbers = Arrays.copyOf(numbers, size * 2);
        actions = Arrays.copyOf(actions, size * 2);
    }

    /** Stands where no event is. */
    private static void nothing() {}
}

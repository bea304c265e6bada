// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.codec;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.gorizont.protocol.core.Limits;
import org.jspecify.annotations.Nullable;

/**
 * Walks bytes before protobuf reads them and refuses what readers are known to disagree about: superfluous number
 * bytes, numbers beyond 31 or 63 bits, a singular field twice, groups, fields of another wire type, text that is no
 * UTF-8 or contains NUL, deep nesting, long lists. Order of fields is free, and unknown fields are skipped unread.
 *
 * <p>Allocates a few numbers a nested message, nothing by a size that the bytes declare. Recursion ends at {@link
 * Limits#NESTING}.
 */
final class StrictScan {
    private static final int NUMBER_SHIFT = 3;
    private static final int WIRE_TYPE = 7;
    private static final long MAX_FIELD_NUMBER = (1 << 29) - 1;
    private static final long MAX_UNSIGNED_32 = 0xffff_ffffL;

    private final byte[] bytes;
    private final WireReader reader;

    private StrictScan(byte[] bytes) {
        this.bytes = bytes;
        this.reader = new WireReader(bytes);
    }

    static void check(byte[] bytes, Descriptor type) throws Malformed {
        new StrictScan(bytes).message(Shape.of(type), bytes.length, 1);
    }

    private void message(Shape shape, int end, int depth) throws Malformed {
        if (depth > Limits.NESTING) {
            throw new Malformed(shape.name() + " is nested deeper than " + Limits.NESTING);
        }
        int[] counts = new int[shape.slots()];
        while (reader.position() < end) {
            long tag = reader.varint(end);
            long number = tag >>> NUMBER_SHIFT;
            if (number == 0 || number > MAX_FIELD_NUMBER) {
                throw new Malformed(shape.name() + " has a field number out of range");
            }
            int wireType = (int) tag & WIRE_TYPE;
            Shape.@Nullable Field field = shape.field((int) number);
            if (field == null) {
                skip(shape, wireType, end);
            } else {
                int elements = field(shape, field, wireType, end, depth);
                count(shape, field, counts, elements);
            }
        }
    }

    private static void count(Shape shape, Shape.Field field, int[] counts, int elements) throws Malformed {
        counts[field.slot()] += elements;
        if (counts[field.slot()] > field.limit()) {
            throw problem(shape, field, "stands more than " + field.limit() + " times");
        }
    }

    private void skip(Shape shape, int wireType, int end) throws Malformed {
        switch (wireType) {
            case WireReader.VARINT -> reader.varint(end);
            case WireReader.FIXED64 -> reader.skip(Long.BYTES, end);
            case WireReader.FIXED32 -> reader.skip(Integer.BYTES, end);
            case WireReader.LENGTH -> reader.moveTo(reader.lengthEnd(end));
            default -> throw new Malformed(shape.name() + " has a field of wire type " + wireType);
        }
    }

    /** Returns how many elements were read. */
    private int field(Shape shape, Shape.Field field, int wireType, int end, int depth) throws Malformed {
        int expected = wireType(field.type());
        if (wireType == WireReader.LENGTH && expected != WireReader.LENGTH && field.repeated()) {
            return packed(shape, field, reader.lengthEnd(end));
        }
        if (wireType != expected) {
            throw problem(shape, field, "has wire type " + wireType + ", not " + expected);
        }
        if (expected == WireReader.LENGTH) {
            block(shape, field, reader.lengthEnd(end), depth);
        } else {
            number(shape, field, end);
        }
        return 1;
    }

    private void block(Shape shape, Shape.Field field, int end, int depth) throws Malformed {
        Shape message = field.message();
        if (message != null) {
            message(message, end, depth + 1);
        } else if (field.type() == FieldDescriptor.Type.STRING) {
            text(shape, field, end);
        }
        reader.moveTo(end);
    }

    private int packed(Shape shape, Shape.Field field, int end) throws Malformed {
        int elements = 0;
        while (reader.position() < end) {
            number(shape, field, end);
            elements++;
        }
        return elements;
    }

    private void number(Shape shape, Shape.Field field, int end) throws Malformed {
        switch (wireType(field.type())) {
            case WireReader.FIXED64 -> reader.skip(Long.BYTES, end);
            case WireReader.FIXED32 -> reader.skip(Integer.BYTES, end);
            default -> {
                if (!inRange(field.type(), reader.varint(end))) {
                    throw problem(shape, field, "is out of range");
                }
            }
        }
    }

    private static boolean inRange(FieldDescriptor.Type type, long value) {
        return switch (type) {
            case BOOL -> value == 0 || value == 1;
            case UINT32 -> value >= 0 && value <= Integer.MAX_VALUE;
            case UINT64 -> value >= 0;
            case SINT32 -> value >= 0 && value <= MAX_UNSIGNED_32;
            case ENUM, INT32 -> value == (int) value;
            default -> true;
        };
    }

    private static int wireType(FieldDescriptor.Type type) {
        return switch (type) {
            case BOOL, ENUM, UINT32, UINT64, SINT32, SINT64, INT32, INT64 -> WireReader.VARINT;
            case FIXED64, SFIXED64, DOUBLE -> WireReader.FIXED64;
            case FIXED32, SFIXED32, FLOAT -> WireReader.FIXED32;
            case STRING, BYTES, MESSAGE -> WireReader.LENGTH;
            case GROUP -> throw new IllegalStateException("the formats have no groups");
        };
    }

    private void text(Shape shape, Shape.Field field, int end) throws Malformed {
        int start = reader.position();
        boolean ascii = true;
        for (int i = start; i < end; i++) {
            if (bytes[i] == 0) {
                throw problem(shape, field, "contains NUL");
            }
            ascii &= bytes[i] > 0;
        }
        if (!ascii && !isUtf8(ByteBuffer.wrap(bytes, start, end - start))) {
            throw problem(shape, field, "is no UTF-8");
        }
    }

    private static boolean isUtf8(ByteBuffer text) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(text);
            return true;
        } catch (CharacterCodingException _) {
            return false;
        }
    }

    private static Malformed problem(Shape shape, Shape.Field field, String problem) {
        return new Malformed(shape.name() + "." + field.name() + " " + problem);
    }
}

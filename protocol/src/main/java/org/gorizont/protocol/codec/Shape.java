// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.codec;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.wire.v1.CircleWire;
import org.gorizont.protocol.wire.v1.ExchangeWire;
import org.gorizont.protocol.wire.v1.IdentityWire;
import org.gorizont.protocol.wire.v1.LogWire;
import org.gorizont.protocol.wire.v1.RecordsWire;
import org.jspecify.annotations.Nullable;

/** What a strict scan must know of a message type, in the form in which it is asked for. */
final class Shape {
    private static final Map<String, Shape> KNOWN = known();

    private final String name;
    private @Nullable Field[] byNumber = new Field[0];

    private Shape(Descriptor type) {
        this.name = type.getName();
    }

    /**
     * A field of this version.
     *
     * @param slot index under which uses are counted; the fields of a oneof share one, since at most one may be set
     * @param limit how many elements may stand in it
     */
    record Field(
            String name,
            FieldDescriptor.Type type,
            boolean repeated,
            int slot,
            int limit,
            @Nullable Shape message) {}

    static Shape of(Descriptor type) {
        Shape shape = KNOWN.get(type.getFullName());
        return shape == null ? build(type, new LinkedHashMap<>()) : shape;
    }

    String name() {
        return name;
    }

    int slots() {
        return byNumber.length;
    }

    @Nullable
    Field field(int number) {
        return number < byNumber.length ? byNumber[number] : null;
    }

    private static Map<String, Shape> known() {
        List<FileDescriptor> files = List.of(
                IdentityWire.getDescriptor(),
                LogWire.getDescriptor(),
                CircleWire.getDescriptor(),
                ExchangeWire.getDescriptor(),
                RecordsWire.getDescriptor());
        Map<String, Shape> known = new LinkedHashMap<>();
        files.forEach(file -> file.getMessageTypes().forEach(type -> build(type, known)));
        return known;
    }

    private static Shape build(Descriptor type, Map<String, Shape> built) {
        Shape before = built.get(type.getFullName());
        if (before != null) {
            return before;
        }
        Shape shape = new Shape(type);
        // Before its fields, since a message may contain itself.
        built.put(type.getFullName(), shape);
        int highest = type.getFields().stream()
                .mapToInt(FieldDescriptor::getNumber)
                .max()
                .orElse(0);
        @Nullable Field[] byNumber = new Field[highest + 1];
        for (FieldDescriptor field : type.getFields()) {
            byNumber[field.getNumber()] = field(field, built);
        }
        shape.byNumber = byNumber;
        return shape;
    }

    private static Field field(FieldDescriptor field, Map<String, Shape> built) {
        boolean isMessage = field.getJavaType() == FieldDescriptor.JavaType.MESSAGE;
        var oneof = field.getRealContainingOneof();
        return new Field(
                field.getName(),
                field.getType(),
                field.isRepeated(),
                oneof == null ? field.getNumber() : oneof.getField(0).getNumber(),
                field.isRepeated() ? limit(field.getFullName()) : 1,
                isMessage ? build(field.getMessageType(), built) : null);
    }

    private static int limit(String fullName) {
        return switch (fullName) {
            case "gorizont.v1.Entries.entries" -> Limits.ENTRIES_IN_FRAME;
            case "gorizont.v1.CursorPage.heads", "gorizont.v1.HeadNotice.heads", "gorizont.v1.Hello.your_heads" ->
                Limits.HEADS_IN_FRAME;
            case "gorizont.v1.ItemRequest.items", "gorizont.v1.ItemVector.items" -> Limits.ITEMS_IN_FRAME;
            case "gorizont.v1.IdentityChain.links" -> Limits.CHAIN_LINKS;
            case "gorizont.v1.NewElectorate.members", "gorizont.v1.Certificate.ballots" -> Limits.CIRCLE_MEMBERS;
            case "gorizont.v1.SealedBody.keys" -> Limits.SEALED_KEYS;
            default -> Limits.REPEATED;
        };
    }
}

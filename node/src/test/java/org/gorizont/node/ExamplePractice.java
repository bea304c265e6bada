// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node;

import com.google.protobuf.ByteString;
import org.gorizont.protocol.wire.v1.RecordsWire;

/** Bodies of made-up practices. */
final class ExamplePractice {
    private ExamplePractice() {}

    static ByteString body(int number) {
        return titled("Опыты с цифровой лабораторией, занятие " + number);
    }

    static ByteString titled(String title) {
        return RecordsWire.Practice.newBuilder()
                .setTitle(title)
                .setProblem("Приборов меньше, чем учеников")
                .setAim("Каждый измеряет сам")
                .addSubjects("chemistry")
                .setGradeFrom(8)
                .setGradeTo(9)
                .setSteps("1. Разделить класс. 2. Измерить. 3. Сравнить.")
                .setSample(true)
                .build()
                .toByteString();
    }
}

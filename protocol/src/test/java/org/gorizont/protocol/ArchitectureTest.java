// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which package may see which, and what a deterministic core never calls. */
final class ArchitectureTest {
    private static final String BASE = "org.gorizont.protocol.";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(location -> !location.contains("test-classes/") && !location.contains("/test/"))
            .importPackages("org.gorizont.protocol");
    private static final List<String> PARTS = List.of("log", "membership", "gossip", "sync");

    @Test
    void partsDoNotSeeEachOther() {
        for (String part : PARTS) {
            String[] others = PARTS.stream()
                    .filter(other -> !other.equals(part))
                    .map(other -> BASE + other + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(BASE + part + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .check(CLASSES);
        }
    }

    @Test
    void nobodyButTheReplicaSeesTheReplica() {
        noClasses()
                .that()
                .resideOutsideOfPackage(BASE + "replica..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(BASE + "replica..")
                .check(CLASSES);
    }

    @Test
    void valuesSeeNoBehaviour() {
        noClasses()
                .that()
                .resideInAPackage(BASE + "model..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        BASE + "core..", BASE + "frame..", BASE + "codec..", BASE + "crypto..", BASE + "merkle..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAnyPackage(BASE + "frame..", BASE + "core..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        BASE + "codec..",
                        BASE + "log..",
                        BASE + "membership..",
                        BASE + "gossip..",
                        BASE + "sync..",
                        BASE + "memory..")
                .check(CLASSES);
    }

    @Test
    void onlyTheCodecSeesProtobuf() {
        noClasses()
                .that()
                .resideOutsideOfPackages(BASE + "codec..", BASE + "wire..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.google.protobuf..", "io.grpc..", BASE + "wire..")
                .check(CLASSES);
    }

    @Test
    void noIoNoThreadsNoClocks() {
        noClasses()
                .that()
                .resideOutsideOfPackage(BASE + "wire..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.net..", "java.nio.file..", "java.util.concurrent..", "org.slf4j..", "io.grpc..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackages(BASE + "wire..", BASE + "codec..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.io..")
                .check(CLASSES);
        noClasses().should().callMethodWhere(isForbidden()).check(outsideOfWire());
    }

    private static JavaClasses outsideOfWire() {
        return CLASSES.that(DescribedPredicate.describe(
                "outside of wire", javaClass -> !javaClass.getPackageName().startsWith(BASE + "wire")));
    }

    private static DescribedPredicate<JavaCall<?>> isForbidden() {
        Set<String> forbidden = Set.of(
                "java.time.Instant.now",
                "java.lang.System.currentTimeMillis",
                "java.lang.System.nanoTime",
                "java.lang.System.identityHashCode",
                "java.lang.Math.random",
                "java.util.UUID.randomUUID",
                "java.util.stream.Stream.parallel",
                "java.util.Collection.parallelStream",
                "java.util.List.parallelStream",
                "java.util.Set.of",
                "java.util.Set.copyOf",
                "java.util.Map.of",
                "java.util.Map.ofEntries",
                "java.util.Map.copyOf",
                "java.util.stream.Collectors.toUnmodifiableSet");
        return DescribedPredicate.describe(
                "a call that another run answers otherwise",
                call -> forbidden.contains(
                        call.getTargetOwner().getName() + "." + call.getTarget().getName()));
    }

    @Test
    void noThreadsAndNoRandomnessOfItsOwn() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.lang.Thread")
                .check(outsideOfWire());
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.security.SecureRandom")
                .check(outsideOfWire());
        noClasses().should().callConstructor(java.util.Random.class).check(outsideOfWire());
    }
}

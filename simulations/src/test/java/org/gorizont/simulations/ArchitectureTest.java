// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which package may see which, and what would make one run differ from the next. */
final class ArchitectureTest {
    private static final String BASE = "org.gorizont.simulations.";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(location -> !location.contains("test-classes/") && !location.contains("/test/"))
            .importPackages("org.gorizont.simulations");

    @Test
    void noOtherModuleButTheProtocolIsSeen() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.gorizont.node..",
                        "org.gorizont.cli..",
                        "org.gorizont.protocol.wire..",
                        "com.google.protobuf..",
                        "io.grpc..")
                .check(CLASSES);
    }

    @Test
    void theWorldSeesNeitherJudgesNorDrivers() {
        noClasses()
                .that()
                .resideInAPackage(BASE + "world..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(BASE + "checkers..", BASE + "faults..", BASE + "scenario..", BASE + "plan..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage(BASE + "checkers..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(BASE + "faults..", BASE + "scenario..", BASE + "plan..")
                .check(CLASSES);
    }

    @Test
    void noThreads() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.concurrent..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.lang.Thread")
                .check(CLASSES);
    }

    @Test
    void nothingThatAnotherRunAnswersOtherwise() {
        // Benchmarks and campaigns measure time, and no run looks at them.
        noClasses()
                .that()
                .resideOutsideOfPackages(BASE + "bench..", BASE + "runs..")
                .should()
                .callMethodWhere(isForbidden())
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage(BASE + "bench..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAnyPackage(BASE + "world..", BASE + "checkers..", BASE + "faults..", BASE + "plan..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(BASE + "runs..")
                .check(CLASSES);
        noClasses().should().callConstructor(java.util.Random.class).check(CLASSES);
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.security.SecureRandom")
                .check(CLASSES);
    }

    private static DescribedPredicate<JavaCall<?>> isForbidden() {
        Set<String> forbidden = Set.of(
                "java.time.Instant.now",
                "java.lang.System.currentTimeMillis",
                "java.lang.System.nanoTime",
                "java.lang.System.identityHashCode",
                "java.lang.Math.random",
                "java.util.UUID.randomUUID",
                "java.util.Collection.parallelStream",
                "java.util.List.parallelStream",
                "java.util.stream.BaseStream.parallel",
                "java.util.Set.of",
                "java.util.Set.copyOf",
                "java.util.Map.ofEntries",
                "java.util.Map.copyOf",
                "java.util.stream.Collectors.toUnmodifiableSet");
        return DescribedPredicate.describe(
                "a call that another run answers otherwise",
                call -> forbidden.contains(
                        call.getTargetOwner().getName() + "." + call.getTarget().getName()));
    }
}

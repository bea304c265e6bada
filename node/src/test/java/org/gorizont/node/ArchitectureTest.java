// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

final class ArchitectureTest {
    private static final String BASE = "org.gorizont.node.";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.gorizont.node");

    /** What is LOCAL has no way to another node, into a bundle, an index, a page, a log line or a number. */
    @Test
    void onlyTheAdminApiAndTheWiringSeeWhatIsLocal() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.gorizont.node", BASE + "admin..", BASE + "local..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(BASE + "local..")
                .check(CLASSES);
        noClasses()
                .that()
                .haveSimpleNameStartingWith("Bundle")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(BASE + "local..")
                .check(CLASSES);
    }

    /** Names of people are for the pages that they open, and for whoever runs the node. */
    @Test
    void onlyPagesTheAdminApiAndTheWiringSeePeople() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "org.gorizont.node", BASE + "admin..", BASE + "web..", BASE + "drafting..", BASE + "accounts..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(BASE + "accounts..")
                .check(CLASSES);
    }

    /** Drafts are shown to their people: pages see them, besides the admin API and the wiring. */
    @Test
    void onlyPagesTheAdminApiAndTheWiringSeeTheDesk() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "org.gorizont.node", BASE + "admin..", BASE + "web..", BASE + "drafting..", BASE + "desk..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(BASE + "desk..")
                .check(CLASSES);
    }

    /** The bells are for the pages of this school alone. */
    @Test
    void onlyPagesAndTheWiringSeeTheBells() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.gorizont.node", BASE + "web..", BASE + "bells..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(BASE + "bells..")
                .check(CLASSES);
    }

    @Test
    void whatIsLocalLogsSendsAndCountsNothing() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        BASE + "local..", BASE + "desk..", BASE + "accounts..", BASE + "bells..", BASE + "drafting..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.slf4j..",
                        "io.micrometer..",
                        "io.grpc..",
                        "com.google.protobuf..",
                        "java.net..",
                        BASE + "peers..",
                        BASE + "relay..",
                        "org.gorizont.protocol.frame..",
                        "org.gorizont.protocol.bundle..",
                        "org.gorizont.protocol.wire..")
                .check(CLASSES);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The command stands on the protocol and the admin API, never on the insides of the node or of the simulator. */
final class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.gorizont.cli");

    @Test
    void dependsOnTheProtocolAlone() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.gorizont.node..", "org.gorizont.simulations..")
                .check(CLASSES);
    }

    @Test
    void onlyTheClientSpeaksGrpc() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.gorizont.cli.client")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.grpc..")
                .check(CLASSES);
    }

    @Test
    void wordsTablesAndSafePrintingKnowNoCommand() {
        noClasses()
                .that()
                .resideInAPackage("org.gorizont.cli.text")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.gorizont.cli.client..",
                        "org.gorizont.cli.command..",
                        "org.gorizont.cli.importing..",
                        "org.gorizont.cli.process..",
                        "org.gorizont.cli.setup..")
                .check(CLASSES);
    }
}

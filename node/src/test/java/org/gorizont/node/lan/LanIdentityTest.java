// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.lan;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.NameConstraintValidatorException;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.PKIXNameConstraintValidator;
import org.bouncycastle.cert.X509CertificateHolder;
import org.gorizont.node.config.ConfigProblem;
import org.gorizont.node.config.LanConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LanIdentityTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final List<String> NAMES = List.of("192.168.1.10", "gorizont.local");

    private final SecureRandom random = new SecureRandom();

    @TempDir
    private Path data;

    @Test
    void aBrowserThatTrustsTheAuthorityTrustsThePages() throws Exception {
        LanIdentity made = open(NAMES, NOW);

        validate(made, NOW);
        X509Certificate pages = made.chain().getFirst();
        assertEquals(2, pages.getSubjectAlternativeNames().size());
        // Later than this browsers refuse it: CA/Browser Forum, Ballot SC31.
        assertTrue(Duration.between(
                                pages.getNotBefore().toInstant(),
                                pages.getNotAfter().toInstant())
                        .compareTo(Duration.ofDays(398))
                < 0);
    }

    @Test
    void theAuthorityStaysAndThePagesGetANewKeyWithEachStart() throws Exception {
        LanIdentity before = open(NAMES, NOW);
        LanIdentity after = open(List.of("192.168.7.7", "gorizont.local"), NOW.plus(Duration.ofDays(300)));

        assertEquals(before.authority(), after.authority());
        assertNotEquals(before.key(), after.key());
        validate(after, NOW.plus(Duration.ofDays(300)));
    }

    @Test
    void otherNamesOrALateYearNeedANewAuthority() throws Exception {
        LanIdentity first = open(NAMES, NOW);
        LanIdentity renamed = open(List.of("pages.school.example"), NOW);

        assertNotEquals(first.authority(), renamed.authority());
        validate(renamed, NOW);
        Instant late = NOW.plus(Duration.ofDays(3_400));
        assertNotEquals(
                renamed.authority(), open(List.of("pages.school.example"), late).authority());
    }

    @Test
    void theAuthorityCannotPretendToBeAnotherSite() throws Exception {
        LanIdentity own = open(NAMES, NOW);
        Authority authority = new Authority(
                Pem.read(data.resolve(LanIdentity.FILE), "file").key().orElseThrow(),
                own.authority().orElseThrow());

        for (List<String> names : List.of(List.of("bank.example"), List.of("8.8.8.8"), List.of("local"))) {
            Authority forged = authority.leaf("x", names, NOW, random);
            assertFalse(authority.covers(names, NOW), names.toString());
            assertThrows(
                    NameConstraintValidatorException.class,
                    () -> validate(new LanIdentity(forged.key(), List.of(forged.certificate()), own.authority()), NOW),
                    names.toString());
        }
        Authority permitted = authority.leaf("x", List.of("10.0.0.5"), NOW, random);
        assertDoesNotThrow(() ->
                validate(new LanIdentity(permitted.key(), List.of(permitted.certificate()), own.authority()), NOW));
    }

    @Test
    void othersOnThisComputerCannotReadTheKey() throws Exception {
        open(NAMES, NOW);

        assertEquals(
                "[OWNER_READ, OWNER_WRITE]",
                Files.getPosixFilePermissions(data.resolve(LanIdentity.FILE)).stream()
                        .sorted()
                        .toList()
                        .toString());
    }

    @Test
    void aGivenCertificateIsShownAsItIs() throws Exception {
        Authority given = Authority.create("given", NAMES, NOW, random);
        Path certificate = data.resolve("cert.pem");
        Files.writeString(certificate, Pem.write(given.key(), given.certificate()));
        LanIdentity opened = LanIdentity.open(
                data, new LanConfig(NAMES, 1, Optional.of(certificate), Optional.of(certificate)), "s", NOW, random);

        assertEquals(List.of(given.certificate()), opened.chain());
        assertEquals(Optional.empty(), opened.authority());
        assertFalse(Files.exists(data.resolve(LanIdentity.FILE)));
    }

    @Test
    void filesThatDoNotDoAreRefusedByName() throws Exception {
        Path text = Files.writeString(data.resolve("letter.txt"), "Уважаемые коллеги");
        Path missing = data.resolve("missing.pem");

        for (Path file : List.of(text, missing)) {
            LanConfig config = new LanConfig(NAMES, 1, Optional.of(file), Optional.of(file));
            LanRefused refused = assertThrows(LanRefused.class, () -> LanIdentity.open(data, config, "s", NOW, random));
            assertTrue(
                    refused.problem().toString().contains(file.getFileName().toString()),
                    refused.problem().toString());
        }
    }

    @Test
    void aKeyOfAnotherCertificateIsRefused() throws Exception {
        Authority one = Authority.create("one", NAMES, NOW, random);
        Authority other = Authority.create("other", NAMES, NOW, random);
        Path certificate = Files.writeString(data.resolve("one.pem"), Pem.write(one.key(), one.certificate()));
        Path key = Files.writeString(data.resolve("other.pem"), Pem.write(other.key(), other.certificate()));
        LanConfig config = new LanConfig(NAMES, 1, Optional.of(certificate), Optional.of(key));

        LanRefused refused = assertThrows(LanRefused.class, () -> LanIdentity.open(data, config, "s", NOW, random));
        assertEquals(ConfigProblem.Kind.OTHER_KEY, refused.problem().kind());
    }

    @Test
    void aDamagedAuthorityIsMadeAnew() throws Exception {
        LanIdentity before = open(NAMES, NOW);
        Files.writeString(data.resolve(LanIdentity.FILE), "-----BEGIN CERTIFICATE-----\nx");

        LanIdentity after = open(NAMES, NOW);

        assertNotEquals(before.authority(), after.authority());
        validate(after, NOW);
    }

    private LanIdentity open(List<String> names, Instant now) throws LanRefused, IOException {
        LanConfig config = new LanConfig(names, 1, Optional.empty(), Optional.empty());
        return LanIdentity.open(data, config, "abcd-efgh", now, random);
    }

    /** As a browser does: the chain up to the authority, and the names that it may sign for (RFC 5280 §6). */
    private static void validate(LanIdentity identity, Instant now) throws Exception {
        X509Certificate authority = identity.authority().orElseThrow();
        X509Certificate pages = identity.chain().getFirst();
        PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(authority, null)));
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(now));
        CertPathValidator.getInstance("PKIX")
                .validate(CertificateFactory.getInstance("X.509").generateCertPath(List.of(pages)), parameters);
        PKIXNameConstraintValidator names = new PKIXNameConstraintValidator();
        names.intersectPermittedSubtree(NameConstraints.getInstance(new X509CertificateHolder(authority.getEncoded())
                        .getExtensions()
                        .getExtensionParsedValue(Extension.nameConstraints))
                .getPermittedSubtrees());
        GeneralNames listed = GeneralNames.fromExtensions(
                new X509CertificateHolder(pages.getEncoded()).getExtensions(), Extension.subjectAlternativeName);
        for (GeneralName name : listed.getNames()) {
            names.checkPermitted(name);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.faults;

import static org.gorizont.simulations.faults.Scene.CLONES;
import static org.gorizont.simulations.faults.Scene.COLLUDERS;
import static org.gorizont.simulations.faults.Scene.COURIERS;
import static org.gorizont.simulations.faults.Scene.FAULTS;
import static org.gorizont.simulations.faults.Scene.KEYS;
import static org.gorizont.simulations.faults.Scene.RELAYS;
import static org.gorizont.simulations.faults.Scene.RESTORES;
import static org.gorizont.simulations.faults.Scene.VERSIONS;
import static org.gorizont.simulations.faults.Scene.VOTES;

import java.util.List;
import org.gorizont.simulations.world.Build;

/**
 * A program that is wrong on purpose, and where it is found.
 *
 * @param promise how the message begins of the promise that it breaks: found by another one, it is not found
 */
record PlantedBug(String name, Scene scene, long seed, String promise, Build build) {
    static final List<PlantedBug> ALL = List.of(
            bug("a disk that forgets", FAULTS, 11, "P1", DiskBugs.forgetfulDisk()),
            bug("sending before the sync", FAULTS, 3, "P2", DiskBugs.impatientMachine()),
            bug("saying saved without writing", FAULTS, 4, "P1", DiskBugs.emptyPromises()),
            bug("sending what could not be written", FAULTS, 51, "P1", DiskBugs.sendsWhatItCouldNotWrite()),
            bug("forgetting what could not be written", FAULTS, 51, "P1", DiskBugs.forgetsWhatItCouldNotWrite()),
            bug("never asking", FAULTS, 4, "P6", OtherBugs.neverAsks()),
            bug("missing admissions", FAULTS, 3, "P6", OtherBugs.deafToAdmissions()),
            bug("sleeping on after the night", FAULTS, 9, "P6", OtherBugs.sleepsOnAfterTheNight()),
            bug("notices without a limit", FAULTS, 6, "P9", OtherBugs.repeatsItself()),
            bug("serving everybody", FAULTS, 13, "P8", OtherBugs.servesEverybody()),
            bug("believing forged heads", FAULTS, 6, "P3", ForgeryBugs.believesAnything()),
            bug("keeping what is erased", FAULTS, 4, "I-gone", OtherBugs.keepsWhatIsErased()),
            bug("raising the floor before stating again", FAULTS, 50, "P1", FloorBugs.raisesTooEarly()),
            bug("trusting the range at the floor", FAULTS, 95, "P3", FloorBugs.trustsTheRange()),
            bug("believing a backup", RESTORES, 4, "P2", TwinBugs.believesItsBackup()),
            bug("forgetting that there was another machine", CLONES, 54, "P2", TwinBugs.forgetsItsDoubt()),
            bug("keeping other starts to oneself", CLONES, 10, "P2", TwinBugs.keepsStartsToItself()),
            bug("holding what was not sealed", KEYS, 15, "P13: not reached: all hold", KeyBugs.neverCuts()),
            bug("a fork that no seal settles", KEYS, 4, "P4", KeyBugs.staysForked()),
            bug("a seal at a stale size", KEYS, 7, "P13: not reached: all hold", KeyBugs.sealsLess()),
            bug("never asking where versions part", KEYS, 10, "P13", KeyBugs.neverAsksWhereVersionsPart()),
            bug("not hearing of decisions", VOTES, 7, "P7: not reached: all know", VoteBugs.deafToCertificates()),
            bug("leaving without a word", VOTES, 7, "P7: not reached: all know", VoteBugs.leavesWithoutAWord()),
            bug("agreeing to everything", COLLUDERS, 3, "P7: a minority has its way", VoteBugs.agreesToEverything()),
            bug("believing what came first", COLLUDERS, 12, "P7: not reached", VoteBugs.believesWhatCameFirst()),
            bug(
                    "losing step at unknown frames",
                    VERSIONS,
                    7,
                    "P7: not reached",
                    VersionBugs.losesStepAtUnknownFrames()),
            bug("refusing newer programs", VERSIONS, 5, "P7: not reached", VersionBugs.refusesNewerPrograms()),
            bug(
                    "passing over carried receipts",
                    COURIERS,
                    6,
                    "P6: not reached: all receipts",
                    BundleBugs.ignoresCarriedReceipts()),
            bug("an import that trusts heads", COURIERS, 4, "P3", ForgeryBugs.takesAnySignature()),
            bug("an import that stops at what it knows", COURIERS, 10, "P6", BundleBugs.stopsAtTheFirstKnownFrame()),
            bug("an export of everything that is held", COURIERS, 4, "P8", BundleBugs.packsEverything()),
            bug("keeping addresses to oneself", RELAYS, 4, "P6", OtherBugs.keepsAddressesToItself()),
            bug(
                    "never calling at a relay",
                    RELAYS,
                    1,
                    "P6: not reached: all know all after joining",
                    RelayBugs.neverCallsAtARelay()),
            bug(
                    "using the token of an older record",
                    RELAYS,
                    9,
                    "P6: not reached: all know all with the new token",
                    RelayBugs.keepsFirstAddresses()),
            bug(
                    "telling nobody of relays",
                    RELAYS,
                    5,
                    "P6: not reached: all know all after the new token",
                    RelayBugs.keepsItsRelaySecret()));

    private static PlantedBug bug(String name, Scene scene, long seed, String promise, Build build) {
        return new PlantedBug(name, scene, seed, promise, build);
    }
}

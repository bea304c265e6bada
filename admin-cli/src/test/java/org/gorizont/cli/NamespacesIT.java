// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.core.ConditionFactory;
import org.gorizont.cli.client.AdminClient;
import org.gorizont.cli.process.Between;
import org.gorizont.cli.process.Computer;
import org.gorizont.cli.process.Folders;
import org.gorizont.cli.process.Namespaces;
import org.gorizont.cli.process.QuickStarts;
import org.gorizont.protocol.wire.v1.AdminWire.RecordsRequest;
import org.gorizont.protocol.wire.v1.AdminWire.SchoolState;
import org.gorizont.protocol.wire.v1.AdminWire.StatusAnswer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nine schools of which nobody can be dialled: four in one building behind NAT, three behind another NAT, two behind a proxy.
 * Between them stands one relay.
 */
final class NamespacesIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration LOOK = Duration.ofMillis(300);
    private static final String RELAY = "10.77.0.1:7742";
    private static final Map<String, List<String>> BUILDINGS = new TreeMap<>(Map.of(
            "north", List.of("one", "two", "three", "four"),
            "south", List.of("five", "six", "seven"),
            "proxied", List.of("eight", "nine")));

    @TempDir
    Path folder;

    private final List<AutoCloseable> open = new ArrayList<>();
    private final Map<String, Computer> schools = new TreeMap<>();
    private Namespaces world;

    @BeforeEach
    void open() throws Exception {
        QuickStarts.make();
        world = keep(Namespaces.open());
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable part : open.reversed()) {
            part.close();
        }
    }

    @Test
    void nineSchoolsThatNobodyCanDialMeetAtARelayAndSurviveCutsKillsAndCopies() throws Exception {
        build();
        Between relay = keep(Between.relay(world, "internet", folder.resolve("relay.log")));
        keep(Between.proxy(world, "proxied", folder.resolve("proxy.log")));
        startSchools();
        joinAll();

        publish("nine", 1);
        awaitRecords(1);

        aCutOffBuildingGoesOnAndCatchesUp();
        aBuildingNeedsNoRelay(relay);
        twoStartsOfOneNodeAreOne();
        aCopiedComputerStopsBoth();
    }

    private void aCutOffBuildingGoesOnAndCatchesUp() throws Exception {
        world.cut("south", "wan");
        publish("one", 2);
        publish("five", 3);
        patiently().until(() -> records("four") == 2 && records("nine") == 2);
        patiently().until(() -> records("six") == 2 && records("seven") == 2);
        assertEquals(2, records("five"));

        school("nine").kill();
        school("nine").restart();
        world.joined("south", "wan");
        school("nine").awaitReady();
        awaitRecords(3);
    }

    /** Nobody has typed an address of the building. */
    private void aBuildingNeedsNoRelay(Between relay) throws Exception {
        relay.close();
        school("two").kill();
        school("two").restart();
        school("two").awaitReady();

        publish("two", 4);
        for (String near : List.of("one", "three", "four")) {
            patiently().until(() -> records(near) == 4);
        }
        assertTrue(status("two").getSchoolsList().stream()
                .filter(SchoolState::getConnected)
                .anyMatch(school ->
                        school.getHow().equals("DIRECT") || school.getHow().equals("CALLS_US")));
        assertEquals(3, records("eight"));

        keep(Between.relay(world, "internet", folder.resolve("relay.log")));
        awaitRecords(4);
    }

    private void twoStartsOfOneNodeAreOne() throws Exception {
        assertEquals(1, school("three").startBeside());
        assertEquals("", status("three").getWritingRefused());
    }

    private void aCopiedComputerStopsBoth() throws Exception {
        school("six").kill();
        Path copy = folder.resolve("copy");
        Folders.copy(school("six").data(), copy);
        host("south", "copy", network("south") + ".99");
        school("six").restart();
        Computer twin = keep(Computer.on(world, "copy", copy));
        schools.put("copy", twin);
        school("six").awaitReady();
        twin.awaitReady();

        for (String machine : List.of("six", "copy")) {
            await().atMost(PATIENCE)
                    .until(() -> status(machine).getWritingRefused().equals("STOPPED_BY_HIGHER_HEAD"));
        }
        twin.kill();
        school("six").kill();
        school("six").restart();
        school("six").awaitReady();
        patiently().until(() -> status("six").getWritingRefused().isEmpty());
        publish("six", 5);
        schools.remove("copy");
        awaitRecords(5);
    }

    private void build() throws Exception {
        world.computer("internet").middle("internet", "10.77.0.1/24");
        int number = 1;
        for (var building : BUILDINGS.entrySet()) {
            String name = building.getKey();
            String network = network(name);
            world.computer(name).middle(name, network + ".1/24");
            world.cable(name, "internet", "wan", "10.77.0." + (10 + number++) + "/24");
            if (!name.equals("proxied")) {
                world.translate(name, "wan");
            }
            for (int i = 0; i < building.getValue().size(); i++) {
                host(name, building.getValue().get(i), network + "." + (10 + i));
            }
        }
    }

    private void host(String building, String name, String address) throws Exception {
        world.computer(name).cable(name, building, "lan0", address + "/24");
        world.route(name, network(building) + ".1");
    }

    private static String network(String building) {
        return "192.168." + (List.copyOf(BUILDINGS.keySet()).indexOf(building) + 1);
    }

    private void startSchools() throws Exception {
        List<Callable<Void>> starts = new ArrayList<>();
        for (var building : BUILDINGS.entrySet()) {
            for (String name : building.getValue()) {
                starts.add(() -> {
                    Path data = data(name, building.getKey());
                    Computer computer = Computer.on(world, name, data);
                    synchronized (schools) {
                        schools.put(name, keep(computer));
                    }
                    computer.awaitReady();
                    return null;
                });
            }
        }
        all(4, starts);
    }

    private Path data(String name, String building) throws IOException {
        Path data = folder.resolve(name);
        String sheet = folder.resolve(name + ".sheet").toString();
        CliScene init = CliScene.run(data, "init", "--name", name, "--zone", "Asia/Novokuznetsk", "--sheet", sheet);
        assertEquals(0, init.exitCode(), init.err());
        String proxy = building.equals("proxied") ? "proxy = \"" + network(building) + ".1:3128\"\n" : "";
        Files.writeString(
                data.resolve("gorizont.toml"),
                "[peers]\nrelay = \"" + RELAY + "\"\n" + proxy + "[web]\nenabled = false\n[store]\nballast_mib = 0\n");
        return data;
    }

    private void joinAll() throws Exception {
        does("one", "circle", "found", "Круг");
        patiently().until(() -> status("one").getRelayWaiting() > 0);
        List<Callable<Void>> joins = new ArrayList<>();
        for (String name : schools.keySet()) {
            if (!name.equals("one")) {
                String code = does("one", "circle", "invite").strip();
                joins.add(() -> {
                    does(name, "circle", "join", code);
                    return null;
                });
            }
        }
        all(joins.size(), joins);
        for (String name : schools.keySet()) {
            patiently().until(() -> status(name).getCircles(0).getMembersCount() == 9);
        }
    }

    private static void all(int atOnce, List<Callable<Void>> tasks) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(atOnce)) {
            for (Future<Void> done : threads.invokeAll(tasks)) {
                done.get();
            }
        }
    }

    /** Each look is some processes. */
    private static ConditionFactory patiently() {
        return await().atMost(PATIENCE).pollDelay(Duration.ZERO).pollInterval(LOOK);
    }

    private Computer school(String name) {
        return Objects.requireNonNull(schools.get(name), name);
    }

    private void publish(String name, int row) throws IOException {
        Path rows = Files.writeString(
                folder.resolve("rows-" + row + ".csv"),
                "код;вид;название;количество\n" + row + ";микроскоп;Микроскоп № " + row + ";1\n");
        does(name, "import", "resources", rows.toString());
    }

    private void awaitRecords(int count) {
        for (String name : schools.keySet()) {
            patiently().until(() -> records(name) == count);
        }
    }

    private long records(String name) {
        try (AdminClient client = school(name).connect()) {
            return client.records(RecordsRequest.newBuilder()
                            .setKind("resource")
                            .setResourceKind("")
                            .setSchool(ByteString.EMPTY)
                            .build())
                    .getTotal();
        }
    }

    private StatusAnswer status(String name) {
        try (AdminClient client = school(name).connect()) {
            return client.status();
        }
    }

    private String does(String name, String... command) {
        CliScene scene = CliScene.run(school(name).door(), command);
        assertEquals(0, scene.exitCode(), name + " " + String.join(" ", command) + ": " + scene.err());
        return scene.out();
    }

    private synchronized <T extends AutoCloseable> T keep(T part) {
        open.add(part);
        return part;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.faults;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.gorizont.simulations.checkers.BrokenPromise;
import org.gorizont.simulations.world.Build;

/** Everything that goes wrong on purpose, each kind by a seed. */
public enum Scene {
    FAULTS((seed, build, printer) -> new FaultScene(seed, pushes(seed), build, printer).run()),
    LIARS((seed, build, printer) ->
            FaultScene.lying(seed, pushes(seed), build, printer).run()),
    RESTORES(RestoreScene::run),
    CLONES(CloneScene::run),
    KEYS(KeyScene::run),
    VOTES(VoteScene::run),
    VERSIONS(VoteScene::mixed),
    COLLUDERS(ColluderScene::run),
    COURIERS(CourierScene::run),
    RELAYS((seed, build, printer) -> RelayScene.run(seed, pushes(seed), build, printer));

    private final Play play;

    private interface Play {
        void run(long seed, Build build, Optional<Consumer<String>> printer);
    }

    Scene(Play play) {
        this.play = play;
    }

    /** Its name on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Scene> of(String word) {
        return Arrays.stream(values())
                .filter(scene -> scene.word().equals(word))
                .findFirst();
    }

    /**
     * Runs one seed to its end.
     *
     * @throws BrokenPromise if something is not as it must be
     */
    public void run(long seed, Build build, Optional<Consumer<String>> printer) {
        play.run(seed, build, printer);
    }

    /** The command that runs one seed again. */
    public String replay(long seed) {
        String push = this == FAULTS && !pushes(seed) ? " --push off" : "";
        return "./gorizont simulate check --scene " + word() + " --seed " + seed + push;
    }

    /** Nothing may depend on news that are told unasked. */
    private static boolean pushes(long seed) {
        return seed % 2 == 0;
    }
}

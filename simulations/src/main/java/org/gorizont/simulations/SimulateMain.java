// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** {@code gorizont simulate ...}: the options are in simulations/README.md. */
public final class SimulateMain {
    private SimulateMain() {}

    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        int status = run(List.of(args), out, err);
        out.flush();
        System.exit(status);
    }

    static int run(List<String> args, PrintStream out, PrintStream err) {
        if (!args.isEmpty() && args.getFirst().equals("check")) {
            return new CheckCommand(out, err).run(args.subList(1, args.size()));
        }
        if (!args.isEmpty() && args.getFirst().equals("campaign")) {
            return new CampaignCommand(out, err).run(args.subList(1, args.size()));
        }
        return new PlanCommand(out, err).run(args);
    }
}

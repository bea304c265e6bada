// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo.membership;

import java.util.List;
import org.gorizont.cli.demo.stage.DemoSchool;
import org.gorizont.cli.demo.stage.Step;

/**
 * What was shown, for programs. Schools are SchoolIds in hexadecimal digits with their names beside.
 *
 * @param processes that run now
 * @param nodes all that were ever started, in the order of their first start
 */
record MembershipReport(String network, int processes, List<Node> nodes, List<Step> steps) {
    private static final long MEBIBYTE = 1024L * 1024L;

    /**
     * One data directory and the process that worked in it last.
     *
     * @param peakRssMiB of that process
     */
    record Node(String school, String name, boolean on, long pid, String dataDir, String webUrl, long peakRssMiB) {
        static Node of(DemoSchool school) {
            var status = school.lastStatus();
            return new Node(
                    school.id(),
                    school.name(),
                    school.isOn(),
                    school.pid(),
                    school.data().toString(),
                    status.getWebUrl(),
                    status.getPeakRssBytes() / MEBIBYTE);
        }
    }

    static MembershipReport of(String network, List<DemoSchool> schools, List<Step> steps) {
        return new MembershipReport(
                network,
                (int) schools.stream().filter(DemoSchool::isOn).count(),
                schools.stream().map(Node::of).toList(),
                steps);
    }
}

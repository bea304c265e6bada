// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.admin;

import java.util.List;
import java.util.function.Supplier;
import org.gorizont.node.accounts.People;
import org.gorizont.node.backup.Backups;
import org.gorizont.node.desk.Desk;
import org.gorizont.node.doctor.Finding;
import org.gorizont.node.drafting.Beginnings;
import org.gorizont.node.local.LocalDrafts;
import org.gorizont.node.readmodel.Catalogue;
import org.gorizont.protocol.core.LogStore;
import org.gorizont.protocol.model.SchoolId;

/**
 * What the admin API stands on.
 *
 * @param disk what is on disk; for any thread
 * @param facts asked once a status
 * @param doctor looks at the node from all sides; blocks on the disk
 * @param stop begins to stop the node, and returns
 */
public record AdminParts(
        SchoolId self,
        LoopPort loop,
        Catalogue catalogue,
        ReadSide readSide,
        WordSearch search,
        OwnStore own,
        OwnKeys keys,
        ForkSource forks,
        LogStore disk,
        Supplier<NodeFacts> facts,
        Supplier<List<Finding>> doctor,
        LocalDrafts drafts,
        People people,
        Desk desk,
        Beginnings beginnings,
        Backups backups,
        Runnable stop) {}

// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.admin;

import java.util.List;
import java.util.Optional;
import org.gorizont.node.local.LocalDrafts;
import org.gorizont.node.readmodel.Advice;
import org.gorizont.node.readmodel.SchoolView;
import org.gorizont.protocol.core.DialProblem;
import org.gorizont.protocol.core.Refusal;
import org.gorizont.protocol.core.ReplicaStatus;
import org.gorizont.protocol.domain.CentreCard;
import org.gorizont.protocol.model.Charter;
import org.gorizont.protocol.model.Endpoint;
import org.gorizont.protocol.model.Way;
import org.gorizont.protocol.wire.v1.AdminWire;

/** How the node is. */
final class StatusCall {
    private static final int DRAFTS_SHOWN = 10;

    private final AdminParts parts;
    private final Circles circles;
    private final BackupCalls backups;

    StatusCall(AdminParts parts, Circles circles, BackupCalls backups) {
        this.parts = parts;
        this.circles = circles;
        this.backups = backups;
    }

    AdminWire.StatusAnswer status() throws InterruptedException {
        ReplicaStatus status = circles.status();
        NodeFacts facts = parts.facts().get();
        var answer = AdminWire.StatusAnswer.newBuilder()
                .setSelf(Forms.of(status.self()))
                .setWritingRefused(status.writing().map(Refusal::name).orElse(""))
                .setCounters(counters(status.counters()))
                .setProgram(facts.program())
                .setRuleVersion(Charter.RULE_VERSION)
                .setStartedAt(Forms.of(facts.startedAt()))
                .setWebUrl(facts.webUrl().orElse(""))
                .setPid(ProcessHandle.current().pid())
                .setPeakRssBytes(PeakMemory.bytes().orElse(0L))
                .setOwnEntries(facts.ownEntries())
                .setHeldEntries(facts.heldEntries())
                .setKeyEpoch(facts.keyEpoch())
                .setSpace(facts.health().state().name())
                .setFreeBytes(facts.health().freeBytes())
                .setBackup(backups.state())
                .setNow(System.currentTimeMillis());
        ways(answer, facts.ways());
        drafts(answer);
        answer.setHeldBackUntil(status.heldBackUntil().map(Forms::of).orElse(0L));
        Advice.of(status).forEach(advice -> answer.addAdvice(advice(advice)));
        facts.endpoints().forEach(endpoint -> answer.addEndpoints(endpoint.toString()));
        status.circles().forEach(circle -> answer.addCircles(circle(circle)));
        parts.readSide().readers().forEach(reader -> answer.addReaders(reader(reader)));
        for (SchoolView school : parts.catalogue().schools()) {
            answer.addSchools(school(school, endpoints(status, school)));
        }
        return answer.build();
    }

    private void drafts(AdminWire.StatusAnswer.Builder answer) {
        List<LocalDrafts.Brief> briefs = parts.drafts().briefs();
        answer.setDraftsTotal(briefs.size() + parts.drafts().damaged().size())
                .setDraftsRecords(
                        briefs.stream().mapToInt(LocalDrafts.Brief::size).sum());
        DraftForms forms = new DraftForms(parts.self(), parts.catalogue());
        briefs.stream().limit(DRAFTS_SHOWN).forEach(brief -> answer.addDrafts(forms.of(brief)));
    }

    private static void ways(AdminWire.StatusAnswer.Builder answer, OwnWays ways) {
        answer.setProxy(ways.proxy().map(Endpoint::toString).orElse(""))
                .setRelay(ways.relay().map(relay -> relay.relay().toString()).orElse(""))
                .setRelayWaiting(ways.waiting())
                .setRelayProblem(ways.relayProblem().map(DialProblem::name).orElse(""));
    }

    private static AdminWire.AdviceState advice(Advice advice) {
        return AdminWire.AdviceState.newBuilder()
                .setWhat(advice.what().name())
                .addAllAddresses(
                        advice.addresses().stream().map(Endpoint::toString).toList())
                .build();
    }

    private static AdminWire.WayState way(ReplicaStatus.Attempt attempt) {
        return AdminWire.WayState.newBuilder()
                .setAddress(attempt.way().dialled().toString())
                .setRelay(attempt.way() instanceof Way.Relayed)
                .setProblem(attempt.problem().map(DialProblem::name).orElse(""))
                .setNextTry(attempt.nextTry().map(Forms::of).orElse(0L))
                .build();
    }

    private static List<Endpoint> endpoints(ReplicaStatus status, SchoolView school) {
        return status.schools().stream()
                .filter(known -> known.id().equals(school.id()))
                .findFirst()
                .map(ReplicaStatus.School::endpoints)
                .orElse(List.of());
    }

    private static AdminWire.SchoolState school(SchoolView school, List<Endpoint> endpoints) {
        var state = AdminWire.SchoolState.newBuilder()
                .setSchool(Forms.of(school.id()))
                .setName(school.name().orElse(""))
                .setSelf(school.heard().self())
                .setConnected(school.heard().connected())
                .setLastHeard(school.heard().lastHeard().map(Forms::of).orElse(0L))
                .setPractices(school.practices())
                .setResources(school.resources())
                .setUnread(school.unread())
                .setCentreYear(school.centre().map(CentreCard::openedYear).orElse(0))
                .setSample(school.card().map(card -> card.sample()).orElse(false))
                .setSettlement(
                        school.card().map(card -> card.location().settlement()).orElse(""));
        endpoints.forEach(endpoint -> state.addEndpoints(endpoint.toString()));
        state.setRoom(school.heard().room().name());
        state.setHow(school.heard().reach().how().name());
        school.heard().reach().attempts().forEach(attempt -> state.addWays(way(attempt)));
        school.heard().behind().forEach(behind -> state.addBehind(behind(behind)));
        return state.build();
    }

    private static AdminWire.BehindState behind(ReplicaStatus.Behind behind) {
        return AdminWire.BehindState.newBuilder()
                .setChannel(behind.log().channel().number())
                .setScope(Forms.of(behind.log().scope().bytes()))
                .setHeld(behind.held())
                .setKnown(behind.known())
                .setWhy(behind.why().name())
                .build();
    }

    private static AdminWire.CircleState circle(ReplicaStatus.Circle circle) {
        var state = AdminWire.CircleState.newBuilder()
                .setCircle(Forms.of(circle.id().hash()))
                .setName(circle.terms().name())
                .setSponsors(circle.terms().sponsors())
                .setRuleVersion(circle.terms().ruleVersion())
                .setRemoval(VoteActions.of(circle.terms().removal()))
                .setAmendment(VoteActions.of(circle.terms().amendment()))
                .setStanding(circle.standing().name());
        circle.members().forEach(member -> state.addMembers(Forms.of(member)));
        circle.electorate().forEach(member -> state.addElectorate(Forms.of(member)));
        circle.proposals().forEach(open -> state.addProposals(proposal(open)));
        circle.decided()
                .forEach(done -> state.addDecided(AdminWire.DecisionState.newBuilder()
                        .setId(Forms.of(done.id()))
                        .setAction(VoteActions.of(done.action()))
                        .setYes(done.yes())
                        .setElectorate(done.electorate())));
        return state.build();
    }

    private static AdminWire.ProposalState proposal(ReplicaStatus.Open open) {
        var state = AdminWire.ProposalState.newBuilder()
                .setId(Forms.of(open.id()))
                .setAction(VoteActions.of(open.action()))
                .setAuthor(Forms.of(open.author()))
                .setElectorate(open.electorate())
                .setNeeded(open.needed())
                .setWaiting(open.waiting());
        open.yes().forEach(school -> state.addYes(Forms.of(school)));
        open.no().forEach(school -> state.addNo(Forms.of(school)));
        return state.build();
    }

    private static AdminWire.Counters counters(ReplicaStatus.Counters counters) {
        return AdminWire.Counters.newBuilder()
                .setFramesReceived(counters.framesReceived())
                .setUnknownFrames(counters.unknownFrames())
                .setRejected(counters.rejected())
                .setEntriesAccepted(counters.entriesAccepted())
                .build();
    }

    private static AdminWire.ReaderState reader(ReadSide.Reader reader) {
        Optional<String> problem = reader.problem();
        return AdminWire.ReaderState.newBuilder()
                .setName(reader.name())
                .setPosition(reader.position())
                .setLast(reader.last())
                .setProblem(problem.orElse(""))
                .build();
    }
}

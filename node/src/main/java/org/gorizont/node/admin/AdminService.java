// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.admin;

import io.grpc.stub.StreamObserver;
import org.gorizont.node.readmodel.SchoolView;
import org.gorizont.protocol.wire.v1.AdminGrpc;
import org.gorizont.protocol.wire.v1.AdminWire;

/** Routes the calls of the admin API; holds no rule of its own. */
final class AdminService extends AdminGrpc.AdminImplBase {
    private final AdminParts parts;
    private final StatusCall status;
    private final CircleCalls circleCalls;
    private final VoteCalls voteCalls;
    private final PublishCall publish;
    private final RecordCalls records;
    private final OwnCalls own;
    private final EraseCalls erasing;
    private final KeyCalls keys;
    private final ForkCalls forks;
    private final BundleExport bundleExport;
    private final DraftCalls drafts;
    private final AccountCalls accounts;
    private final DeskCall desk;
    private final BackupCalls backups;

    AdminService(AdminParts parts, FreshBytes fresh) {
        Circles circles = new Circles(parts.loop());
        this.parts = parts;
        this.backups = new BackupCalls(parts.backups());
        this.status = new StatusCall(parts, circles, backups);
        this.circleCalls = new CircleCalls(parts, circles, fresh);
        this.voteCalls = new VoteCalls(parts, circles, fresh);
        this.publish = new PublishCall(parts, circles, fresh);
        this.drafts = new DraftCalls(parts, circles);
        this.accounts = new AccountCalls(parts.people(), parts.desk());
        this.desk = new DeskCall(parts);
        this.records = new RecordCalls(parts);
        this.own = new OwnCalls(parts, circles);
        this.erasing = new EraseCalls(parts, circles, own);
        this.keys = new KeyCalls(parts.keys(), circles);
        this.forks = new ForkCalls(parts);
        this.bundleExport = new BundleExport(parts);
    }

    @Override
    public void status(AdminWire.StatusRequest request, StreamObserver<AdminWire.StatusAnswer> caller) {
        Calls.answer(caller, status::status);
    }

    @Override
    public void doctor(AdminWire.DoctorRequest request, StreamObserver<AdminWire.DoctorAnswer> caller) {
        Calls.answer(caller, new DoctorCall(parts)::examine);
    }

    @Override
    public void foundCircle(AdminWire.FoundCircleRequest request, StreamObserver<AdminWire.FoundCircleAnswer> caller) {
        Calls.answer(caller, () -> circleCalls.found(request));
    }

    @Override
    public void invite(AdminWire.InviteRequest request, StreamObserver<AdminWire.InviteAnswer> caller) {
        Calls.answer(caller, () -> circleCalls.invite(request));
    }

    @Override
    public void join(AdminWire.JoinRequest request, StreamObserver<AdminWire.JoinProgress> caller) {
        Calls.run(caller, () -> circleCalls.join(request, caller));
    }

    @Override
    public void propose(AdminWire.ProposeRequest request, StreamObserver<AdminWire.ProposeAnswer> caller) {
        Calls.answer(caller, () -> voteCalls.propose(request));
    }

    @Override
    public void vote(AdminWire.VoteRequest request, StreamObserver<AdminWire.VoteAnswer> caller) {
        Calls.answer(caller, () -> voteCalls.vote(request));
    }

    @Override
    public void leaveCircle(AdminWire.LeaveCircleRequest request, StreamObserver<AdminWire.LeaveCircleAnswer> caller) {
        Calls.answer(caller, () -> voteCalls.leave(request));
    }

    @Override
    public void putOnDesk(AdminWire.PutOnDeskRequest request, StreamObserver<AdminWire.PutOnDeskAnswer> caller) {
        Calls.answer(caller, () -> desk.put(request));
    }

    @Override
    public void publish(AdminWire.PublishRequest request, StreamObserver<AdminWire.PublishAnswer> caller) {
        Calls.answer(caller, () -> publish.publish(request));
    }

    @Override
    public void drafts(AdminWire.DraftsRequest request, StreamObserver<AdminWire.DraftsAnswer> caller) {
        Calls.answer(caller, drafts::list);
    }

    @Override
    public void publishDrafts(
            AdminWire.PublishDraftsRequest request, StreamObserver<AdminWire.PublishDraftsAnswer> caller) {
        Calls.run(caller, () -> {
            caller.onNext(drafts.publish(request));
            caller.onCompleted();
        });
    }

    @Override
    public void discardDrafts(
            AdminWire.DiscardDraftsRequest request, StreamObserver<AdminWire.DiscardDraftsAnswer> caller) {
        Calls.answer(caller, () -> drafts.discard(request));
    }

    @Override
    public void ownRecords(AdminWire.OwnRecordsRequest request, StreamObserver<AdminWire.OwnRecord> caller) {
        if (!request.getBodies()) {
            Calls.run(caller, () -> own.records(caller));
            return;
        }
        PacedCaller<AdminWire.OwnRecord> paced = PacedCaller.of(caller);
        // As for a bundle: the caller's readiness is told only when this method has returned.
        Thread.startVirtualThread(() -> Calls.run(caller, () -> own.wholeRecords(paced)));
    }

    @Override
    public void records(AdminWire.RecordsRequest request, StreamObserver<AdminWire.RecordsAnswer> caller) {
        Calls.answer(caller, () -> records.records(request));
    }

    @Override
    public void findFree(AdminWire.FindFreeRequest request, StreamObserver<AdminWire.FindFreeAnswer> caller) {
        Calls.answer(caller, () -> records.findFree(request));
    }

    @Override
    public void search(AdminWire.SearchRequest request, StreamObserver<AdminWire.SearchAnswer> caller) {
        Calls.answer(caller, () -> records.search(request));
    }

    @Override
    public void receipts(AdminWire.ReceiptsRequest request, StreamObserver<AdminWire.ReceiptsAnswer> caller) {
        Calls.answer(caller, () -> own.receipts(request));
    }

    @Override
    public void erase(AdminWire.EraseRequest request, StreamObserver<AdminWire.EraseAnswer> caller) {
        Calls.answer(caller, () -> erasing.erase(request));
    }

    @Override
    public void erasures(AdminWire.ErasuresRequest request, StreamObserver<AdminWire.ErasuresAnswer> caller) {
        Calls.answer(caller, () -> erasing.erasures(request));
    }

    @Override
    public void prepareKeyChange(
            AdminWire.PrepareKeyChangeRequest request, StreamObserver<AdminWire.PrepareKeyChangeAnswer> caller) {
        Calls.answer(caller, keys::prepare);
    }

    @Override
    public void changeKeys(AdminWire.ChangeKeysRequest request, StreamObserver<AdminWire.ChangeKeysAnswer> caller) {
        Calls.run(caller, () -> keys.change(request, caller));
    }

    @Override
    public void forks(AdminWire.ForksRequest request, StreamObserver<AdminWire.ForksAnswer> caller) {
        Calls.answer(caller, forks::forks);
    }

    @Override
    public void exportBundle(AdminWire.ExportBundleRequest request, StreamObserver<AdminWire.BundlePiece> caller) {
        PacedCaller<AdminWire.BundlePiece> paced = PacedCaller.of(caller);
        // On a thread of its own: the caller's readiness is told only when this method has returned.
        Thread.startVirtualThread(() -> Calls.run(caller, () -> bundleExport.export(request, paced)));
    }

    @Override
    public StreamObserver<AdminWire.BundleBytes> importBundle(StreamObserver<AdminWire.ImportBundleAnswer> caller) {
        BundleImport bundle = new BundleImport(
                parts.loop(),
                school -> parts.catalogue()
                        .school(school)
                        .flatMap(SchoolView::name)
                        .orElse(""));
        return new BundleUpload(bundle, caller);
    }

    @Override
    public void accounts(AdminWire.AccountsRequest request, StreamObserver<AdminWire.AccountsAnswer> caller) {
        Calls.answer(caller, accounts::list);
    }

    @Override
    public void giveAccount(AdminWire.GiveAccountRequest request, StreamObserver<AdminWire.AccountAnswer> caller) {
        Calls.answer(caller, () -> accounts.give(request));
    }

    @Override
    public void changeAccount(AdminWire.ChangeAccountRequest request, StreamObserver<AdminWire.AccountAnswer> caller) {
        Calls.answer(caller, () -> accounts.change(request));
    }

    @Override
    public void backup(AdminWire.BackupRequest request, StreamObserver<AdminWire.BackupProgress> caller) {
        PacedCaller<AdminWire.BackupProgress> paced = PacedCaller.of(caller);
        // As for a bundle: the caller's readiness is told only when this method has returned.
        Thread.startVirtualThread(() -> Calls.run(caller, () -> backups.make(request, paced)));
    }

    @Override
    public void rebuild(AdminWire.RebuildRequest request, StreamObserver<AdminWire.RebuildAnswer> caller) {
        Calls.answer(caller, () -> {
            parts.readSide().rebuild();
            return AdminWire.RebuildAnswer.getDefaultInstance();
        });
    }

    @Override
    public void stop(AdminWire.StopRequest request, StreamObserver<AdminWire.StopAnswer> caller) {
        Calls.answer(caller, AdminWire.StopAnswer::getDefaultInstance);
        parts.stop().run();
    }
}

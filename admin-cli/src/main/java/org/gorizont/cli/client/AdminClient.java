// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.client;

import com.google.protobuf.ByteString;
import io.grpc.ClientInterceptor;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.MetadataUtils;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.gorizont.cli.text.Failure;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Link;
import org.gorizont.protocol.model.Signed;
import org.gorizont.protocol.wire.v1.AdminGrpc;
import org.gorizont.protocol.wire.v1.AdminGrpc.AdminBlockingStub;
import org.gorizont.protocol.wire.v1.AdminWire;

/** A connection to the node of one data directory. Every way in which a call can fail is a {@link Failure}. */
public final class AdminClient implements AutoCloseable {
    private static final int MESSAGE_BYTES = 8 * 1024 * 1024;
    private static final int ANSWER_SECONDS = 120;
    /** The node itself waits some 20 seconds each time. */
    private static final int CATCH_UP_ATTEMPTS = 30;

    private final Path data;
    private final ManagedChannel channel;
    private final ClientInterceptor gate;
    private final AdminBlockingStub stub;

    private AdminClient(Path data, ManagedChannel channel, ClientInterceptor gate) {
        this.data = data;
        this.channel = channel;
        this.gate = gate;
        this.stub = AdminGrpc.newBlockingStub(channel).withInterceptors(gate);
    }

    /** Reads port and token; connects with the first call. */
    public static AdminClient open(Path data) {
        NodeFiles files = NodeFiles.read(data);
        ManagedChannel channel = NettyChannelBuilder.forAddress(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), files.port()))
                .usePlaintext()
                .directExecutor()
                .maxInboundMessageSize(MESSAGE_BYTES)
                .build();
        Metadata headers = new Metadata();
        headers.put(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), "Bearer " + files.token());
        return new AdminClient(data, channel, MetadataUtils.newAttachHeadersInterceptor(headers));
    }

    public AdminWire.StatusAnswer status() {
        return call(node -> node.status(AdminWire.StatusRequest.getDefaultInstance()));
    }

    /** What the node finds at itself. */
    public AdminWire.DoctorAnswer doctor() {
        return call(node -> node.doctor(AdminWire.DoctorRequest.getDefaultInstance()));
    }

    /** Founds a circle; its id. */
    public ByteString foundCircle(String name, int sponsors) {
        var answer = call(node -> node.foundCircle(AdminWire.FoundCircleRequest.newBuilder()
                .setName(name)
                .setSponsors(sponsors)
                .build()));
        refuse(answer.hasRefused(), answer.getRefused());
        return answer.getCircle();
    }

    /** An invitation code. Empty circle: the only one; empty host or port 0: as the node knows itself. */
    public String invite(ByteString circle, String host, int port) {
        var answer = call(node -> node.invite(AdminWire.InviteRequest.newBuilder()
                .setCircle(circle)
                .setHost(host)
                .setPort(port)
                .build()));
        refuse(answer.hasRefused(), answer.getRefused());
        return answer.getCode();
    }

    /** Follows a join to its end; {@code watcher} hears of every step on the way. Waits as long as it takes. */
    public AdminWire.JoinProgress join(String code, Consumer<AdminWire.JoinProgress> watcher) {
        try {
            Iterator<AdminWire.JoinProgress> steps =
                    stub.join(AdminWire.JoinRequest.newBuilder().setCode(code).build());
            AdminWire.JoinProgress last = AdminWire.JoinProgress.getDefaultInstance();
            while (steps.hasNext()) {
                last = steps.next();
                watcher.accept(last);
            }
            return last;
        } catch (StatusRuntimeException e) {
            throw failure(e);
        }
    }

    /** Asks the electorate for a decision; empty circle: the only one. */
    public AdminWire.ProposeAnswer propose(ByteString circle, AdminWire.VoteAction action) {
        var answer = call(node -> node.propose(AdminWire.ProposeRequest.newBuilder()
                .setCircle(circle)
                .setAction(action)
                .build()));
        refuse(answer.hasRefused(), answer.getRefused());
        return answer;
    }

    public void vote(ByteString circle, ByteString proposal, boolean yes) {
        var answer = call(node -> node.vote(AdminWire.VoteRequest.newBuilder()
                .setCircle(circle)
                .setProposal(proposal)
                .setYes(yes)
                .build()));
        refuse(answer.hasRefused(), answer.getRefused());
    }

    /** Leaves a circle; its id. */
    public ByteString leave(ByteString circle) {
        var answer = call(node -> node.leaveCircle(
                AdminWire.LeaveCircleRequest.newBuilder().setCircle(circle).build()));
        refuse(answer.hasRefused(), answer.getRefused());
        return answer.getCircle();
    }

    /** All drafts or none; a refusal is a failure. */
    public AdminWire.PublishAnswer publish(List<AdminWire.RecordDraft> drafts, ByteString circle) {
        var answer = call(node -> node.publish(AdminWire.PublishRequest.newBuilder()
                .addAllDrafts(drafts)
                .setCircle(circle)
                .build()));
        refuse(answer.hasRefused(), answer.getRefused());
        return answer;
    }

    /** As {@link #publish}, but what the node may not publish now it keeps as a draft, and the answer says so. */
    public AdminWire.PublishAnswer publishOrKeep(List<AdminWire.RecordDraft> drafts, ByteString circle) {
        var answer = call(node -> node.publish(AdminWire.PublishRequest.newBuilder()
                .addAllDrafts(drafts)
                .setCircle(circle)
                .setKeep(true)
                .build()));
        if (!answer.getNotKept().isEmpty()) {
            throw Failure.of("not-kept." + answer.getNotKept());
        }
        refuse(answer.hasRefused() && answer.getKept() == 0, answer.getRefused());
        return answer;
    }

    /** Puts cards on the desk, offered to whoever publishes them. */
    public AdminWire.PutOnDeskAnswer putOnDesk(List<AdminWire.RecordDraft> drafts) {
        var answer = call(node -> node.putOnDesk(
                AdminWire.PutOnDeskRequest.newBuilder().addAllDrafts(drafts).build()));
        if (!answer.getStopped().isEmpty()) {
            throw Failure.of("desk." + answer.getStopped());
        }
        return answer;
    }

    /** Ends with the words for records that became drafts. */
    public static Failure kept(String refusal, long records) {
        return Failure.of("kept." + refusal, records);
    }

    public List<AdminWire.DraftState> drafts() {
        return call(node -> node.drafts(AdminWire.DraftsRequest.getDefaultInstance()))
                .getDraftsList();
    }

    /** Publishes drafts; no numbers: all of them. What the answer says of a refusal is for the caller. */
    public AdminWire.PublishDraftsAnswer publishDrafts(List<Integer> numbers, boolean over) {
        return call(node -> node.publishDrafts(AdminWire.PublishDraftsRequest.newBuilder()
                .addAllNumbers(numbers)
                .setOver(over)
                .build()));
    }

    public void discardDrafts(List<Integer> numbers) {
        call(node -> node.discardDrafts(AdminWire.DiscardDraftsRequest.newBuilder()
                .addAllNumbers(numbers)
                .build()));
    }

    /** Shows every own record, withdrawn ones too; waits while the node catches up with its disk. */
    public void ownRecords(Consumer<AdminWire.OwnRecord> taker) {
        ownRecords(this::inTime, AdminWire.OwnRecordsRequest.getDefaultInstance(), taker);
    }

    /** The same with bodies; what was stated later comes later. The taker may be slow, as a stick is. */
    public void wholeRecords(Consumer<AdminWire.OwnRecord> taker) {
        ownRecords(
                () -> stub,
                AdminWire.OwnRecordsRequest.newBuilder().setBodies(true).build(),
                taker);
    }

    private void ownRecords(
            Supplier<AdminBlockingStub> node,
            AdminWire.OwnRecordsRequest request,
            Consumer<AdminWire.OwnRecord> taker) {
        for (int attempt = 0; attempt < CATCH_UP_ATTEMPTS; attempt++) {
            try {
                node.get().ownRecords(request).forEachRemaining(taker);
                return;
            } catch (StatusRuntimeException e) {
                if (e.getStatus().getCode() != Status.Code.ABORTED) {
                    throw failure(e);
                }
            }
        }
        throw Failure.of("catching-up", data);
    }

    /** Records [from, from + atMost), asked for in as many parts as it takes. */
    public AdminWire.RecordsAnswer records(AdminWire.RecordsRequest request) {
        var first = call(node -> node.records(request));
        List<AdminWire.RecordView> all = new ArrayList<>(first.getRecordsList());
        int last = first.getRecordsCount();
        while (last > 0 && all.size() < request.getAtMost() && request.getFrom() + all.size() < first.getTotal()) {
            var next = request.toBuilder()
                    .setFrom(request.getFrom() + all.size())
                    .setAtMost(request.getAtMost() - all.size())
                    .build();
            var more = call(node -> node.records(next));
            all.addAll(more.getRecordsList());
            last = more.getRecordsCount();
        }
        return first.toBuilder().clearRecords().addAllRecords(all).build();
    }

    public AdminWire.FindFreeAnswer findFree(AdminWire.FindFreeRequest request) {
        return call(node -> node.findFree(request));
    }

    public AdminWire.SearchAnswer search(String words, int atMost) {
        return call(node -> node.search(AdminWire.SearchRequest.newBuilder()
                .setWords(words)
                .setAtMost(atMost)
                .build()));
    }

    public AdminWire.ReceiptsAnswer receipts(ByteString record) {
        return call(node -> node.receipts(
                AdminWire.ReceiptsRequest.newBuilder().setRecord(record).build()));
    }

    /** Erases an own record for ever; a refusal is a failure. */
    public AdminWire.EraseAnswer erase(ByteString record) {
        var answer = call(node ->
                node.erase(AdminWire.EraseRequest.newBuilder().setRecord(record).build()));
        refuse(answer.hasRefused(), answer.getRefused());
        return answer;
    }

    /** What this school has erased; of one record, or all. */
    public AdminWire.ErasuresAnswer erasures(ByteString record) {
        return call(node -> node.erasures(
                AdminWire.ErasuresRequest.newBuilder().setRecord(record).build()));
    }

    /** What the next link of the identity chain is made of, but for the sheet. */
    public AdminWire.PrepareKeyChangeAnswer prepareKeyChange() {
        return call(node -> node.prepareKeyChange(AdminWire.PrepareKeyChangeRequest.getDefaultInstance()));
    }

    /** The refusal of the answer is for the caller: some attempts are worth repeating. */
    public AdminWire.ChangeKeysAnswer changeKeys(Signed<Link> link, Bytes sealingSeed, boolean whileRecovering) {
        return call(node -> node.changeKeys(AdminWire.ChangeKeysRequest.newBuilder()
                .setLink(Ids.of(link.exact()))
                .setSignature(Ids.of(link.signature().bytes()))
                .setSealingSeed(Ids.of(sealingSeed))
                .setWhileRecovering(whileRecovering)
                .build()));
    }

    /** Ends with the words for a refusal. */
    public static Failure refusal(AdminWire.Refused why) {
        return Failure.of("refused." + why.getCode(), why.getDetail());
    }

    public AdminWire.ForksAnswer forks() {
        return call(node -> node.forks(AdminWire.ForksRequest.getDefaultInstance()));
    }

    /** Gives each piece of a bundle's files to {@code taker}, in order; a refusal is a failure. */
    public void exportBundle(AdminWire.ExportBundleRequest request, Consumer<AdminWire.BundlePiece> taker) {
        try {
            stub.exportBundle(request).forEachRemaining(piece -> {
                refuse(piece.hasRefused(), piece.getRefused());
                taker.accept(piece);
            });
        } catch (StatusRuntimeException e) {
            throw failure(e);
        }
    }

    /** Makes a backup; {@code watcher} hears how far it has come. Takes as long as it takes. */
    public AdminWire.BackupMade backup(AdminWire.BackupRequest request, Consumer<AdminWire.BackupProgress> watcher) {
        try {
            AdminWire.BackupProgress last = AdminWire.BackupProgress.getDefaultInstance();
            Iterator<AdminWire.BackupProgress> steps = stub.backup(request);
            while (steps.hasNext()) {
                last = steps.next();
                watcher.accept(last);
            }
            if (!last.getRefused().isEmpty()) {
                throw Failure.of(
                        "backup." + last.getRefused(), last.getValuesList().toArray());
            }
            return last.getMade();
        } catch (StatusRuntimeException e) {
            throw failure(e);
        }
    }

    /** Gives the node the bytes of one file of a bundle, and waits for what became of them. */
    public AdminWire.ImportBundleAnswer importBundle(BytesSource file) {
        Upload upload = new Upload();
        var call = (ClientCallStreamObserver<AdminWire.BundleBytes>)
                AdminGrpc.newStub(channel).withInterceptors(gate).importBundle(upload);
        try {
            ByteString piece = file.next();
            while (!piece.isEmpty()
                    && upload.send(
                            call,
                            AdminWire.BundleBytes.newBuilder().setContent(piece).build())) {
                piece = file.next();
            }
            call.onCompleted();
            return upload.await();
        } catch (StatusRuntimeException e) {
            throw failure(e);
        }
    }

    public void stop() {
        call(node -> node.stop(AdminWire.StopRequest.getDefaultInstance()));
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }

    <A> A call(Function<AdminBlockingStub, A> question) {
        try {
            return question.apply(inTime());
        } catch (StatusRuntimeException e) {
            throw failure(e);
        }
    }

    private AdminBlockingStub inTime() {
        return stub.withDeadlineAfter(ANSWER_SECONDS, TimeUnit.SECONDS);
    }

    /** What a person can mend has words of its own; the rest would be a mistake of this program. */
    private static Failure notAccepted(String detail) {
        return detail.startsWith("address:")
                ? Failure.of("no-address")
                : detail.startsWith("circle:")
                        ? Failure.of("which-circle")
                        : detail.startsWith("draft: ")
                                ? Failure.of("no-draft", detail.substring("draft: ".length()))
                                : Failure.of("not-accepted", detail);
    }

    private static void refuse(boolean refused, AdminWire.Refused why) {
        if (refused) {
            throw refusal(why);
        }
    }

    private Failure failure(StatusRuntimeException e) {
        String detail = String.valueOf(e.getStatus().getDescription());
        return switch (e.getStatus().getCode()) {
            case UNAVAILABLE -> Failure.of("not-running", data, detail);
            case UNAUTHENTICATED -> Failure.of("wrong-token", data);
            case INVALID_ARGUMENT -> notAccepted(detail);
            case DEADLINE_EXCEEDED -> Failure.of("no-answer", data);
            case DATA_LOSS -> Failure.of("disk", detail);
            default -> Failure.of("unexpected", e.getStatus().getCode() + " " + detail);
        };
    }
}

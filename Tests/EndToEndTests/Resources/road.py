"""A partner's own client: grpcio with stubs made from Protos/, knowing nothing of Swift.

    road.py TANDEMD PROTOS PROBLEM

Goes the whole road and reads errors with their details; ends with a traceback where an answer is
not what the protos promise.
"""
import json
import sys
import tempfile

import grpc
from google.rpc import error_details_pb2, status_pb2

import stubs
from servers import Server

tandemd, protos, problem = sys.argv[1:]
stubs.load(protos)
from tandem.v1 import (admin_pb2, admin_pb2_grpc, assignment_pb2, assignment_pb2_grpc,  # noqa: E402
                       audit_pb2, audit_pb2_grpc, common_pb2, matching_pb2, matching_pb2_grpc,
                       network_pb2, network_pb2_grpc)

data = tempfile.TemporaryDirectory()
server = Server(tandemd, data.name)
server.start()
channel = server.channel()
network = network_pb2_grpc.NetworkServiceStub(channel)
audits = audit_pb2_grpc.AuditServiceStub(channel)
matching = matching_pb2_grpc.MatchingServiceStub(channel)
assignments = assignment_pb2_grpc.AssignmentServiceStub(channel)
admin = admin_pb2_grpc.AdminServiceStub(channel)


def refused(call, request):
    """The gRPC code of a call that must be refused, and its details by their type."""
    try:
        answer = call(request, timeout=30)
    except grpc.RpcError as error:
        details = {}
        for key, value in error.trailing_metadata():
            if key == "grpc-status-details-bin":
                status = status_pb2.Status.FromString(value)
                assert status.code == error.code().value[0], status
                assert status.message == error.details(), status
                for packed in status.details:
                    for kind in (error_details_pb2.ErrorInfo, error_details_pb2.BadRequest,
                                 error_details_pb2.PreconditionFailure,
                                 error_details_pb2.ResourceInfo):
                        if packed.Is(kind.DESCRIPTOR):
                            detail = kind()
                            packed.Unpack(detail)
                            details[kind.__name__] = detail
        return error.code(), details
    raise AssertionError(f"not refused: {answer}")


def day(text):
    year, month, number = map(int, text.split("-"))
    return common_pb2.Date(year=year, month=month, day=number)


with open(problem, "rb") as f:
    file = f.read()
answer, call = network.ImportProblem.with_call(
    network_pb2.ImportProblemRequest(request_id="import", problem=file, without_audits=True))
assert answer.revision == 2, answer  # the first one made the token
assert ("tandem-revision", "2") in call.initial_metadata(), call.initial_metadata()
assert {c.what: c.added for c in answer.counts}["experts"] == 200, answer

row = json.loads(file)["audits"][0]
audit = audit_pb2.Audit(
    id=row["id"], cluster=row["cluster"], country=row["country"], label=row["label"],
    languages=row["languages"], members=row["members"], sectors=row["sectors"],
    earliest=day(row["earliest"]), latest=day(row["latest"]), preferred=day(row["preferred"]),
    priority=row["priority"], objections=row["objections"], recusals=row["recusals"],
    bids=[audit_pb2.Bid(expert=e, bid=b) for e, b in row["bids"].items()],
    contact=audit_pb2.Contact(name="Zoë Muster", email="zoe@example.org"))

# Everything wrong is said at once, and nothing is stored.
wrong = audit_pb2.Audit()
wrong.CopyFrom(audit)
wrong.country, wrong.languages[0], wrong.earliest.month = "XX", "Deutsch", 13
code, details = refused(audits.SubmitAudit, audit_pb2.SubmitAuditRequest(audit=wrong))
assert code == grpc.StatusCode.INVALID_ARGUMENT, code
fields = {v.field for v in details["BadRequest"].field_violations}
assert fields == {"audit.country", "audit.languages[0]", "audit.earliest"}, fields
assert details["ErrorInfo"].domain == "tandem", details
assert admin.GetServerInfo(admin_pb2.GetServerInfoRequest()).revision == 2

submitted = audits.SubmitAudit(audit_pb2.SubmitAuditRequest(request_id="submit", audit=audit))
assert submitted.audit.state == audit_pb2.AUDIT_STATE_SUBMITTED, submitted
again = audits.SubmitAudit(audit_pb2.SubmitAuditRequest(request_id="submit", audit=audit))
assert again == submitted, "a repeated request gets its first answer"
audit.priority = 1
code, details = refused(
    audits.SubmitAudit, audit_pb2.SubmitAuditRequest(request_id="submit", audit=audit))
assert code == grpc.StatusCode.ALREADY_EXISTS, code
assert details["ErrorInfo"].reason == "REQUEST_ID_REUSED", details

code, details = refused(matching.RankPanels, matching_pb2.RankPanelsRequest(audit=row["id"]))
assert code == grpc.StatusCode.FAILED_PRECONDITION, code
audits.AdmitAudit(audit_pb2.AdmitAuditRequest(id=row["id"]))
ranking = matching.RankPanels(matching_pb2.RankPanelsRequest(audit=row["id"]))
best = ranking.panels[0]
assert [s.expert for s in best.panel.seats] == ["E0094", "E0118"], best
assert best.panel.start == day("2023-02-08") and best.panel.language == "de", best
assert best.cost == 13 == sum(r.amount for r in best.rows), best

code, details = refused(matching.AssignPanel, matching_pb2.AssignPanelRequest(
    audit=row["id"], experts=["E0009", "E0118"], start=day("2023-02-08")))
assert code == grpc.StatusCode.FAILED_PRECONDITION, code
rules = {v.type for v in details["PreconditionFailure"].violations}
assert "INTEREST" in rules, rules
code, details = refused(audits.GetAudit, audit_pb2.GetAuditRequest(id="NOBODY"))
assert code == grpc.StatusCode.NOT_FOUND and details["ResourceInfo"].resource_name == "NOBODY"

assigned = matching.AssignPanel(matching_pb2.AssignPanelRequest(audit=row["id"]))
assert assigned.audit.state == audit_pb2.AUDIT_STATE_PROPOSED, assigned
assert assigned.audit.panel.panel == best.panel and not assigned.audit.panel.breaches, assigned
for seat in best.panel.seats:
    mine = assignments.ListAssignments(
        assignment_pb2.ListAssignmentsRequest(expert=seat.expert)).assignments
    assert [a.audit for a in mine] == [row["id"]], mine

verified = admin.VerifyJournal(admin_pb2.VerifyJournalRequest())
assert verified.intact and verified.revision == assigned.revision, verified
assert server.stop() == 0

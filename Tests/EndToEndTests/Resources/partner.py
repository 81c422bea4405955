"""A partner with a token of its own, over TLS: what it may do, and what is not there for it.

    partner.py TANDEMD PROTOS
"""
import pathlib
import subprocess
import sys
import tempfile

import grpc

import stubs
from servers import Server, authorized

tandemd, protos = sys.argv[1:]
stubs.load(protos)
from tandem.v1 import (admin_pb2_grpc, audit_pb2, audit_pb2_grpc, common_pb2,  # noqa: E402
                       matching_pb2, matching_pb2_grpc, network_pb2, network_pb2_grpc, token_pb2)

work = tempfile.TemporaryDirectory()
data = pathlib.Path(work.name, "data")
made = subprocess.run([tandemd, "init", "--data", data, "--development-certificate"], capture_output=True, text=True)
assert made.returncode == 0 and "token coordinator" in made.stdout, made
assert (data / "coordinator.token").stat().st_mode & 0o777 == 0o600
server = Server(tandemd, str(data), 0, "--tls-certificate", str(data / "server.pem"), "--tls-key",
                str(data / "server-key.pem"))
server.start()


def calling(secret):
    channel = grpc.secure_channel(f"localhost:{server.port}", grpc.ssl_channel_credentials(
        (data / "ca.pem").read_bytes()))
    return authorized(channel, secret) if secret else channel


def code(call, request):
    try:
        call(request)
    except grpc.RpcError as error:
        assert "tdm_" not in error.details() or "Bearer tdm_…" in error.details(), error.details()
        return error.code().name
    return "OK"


coordinator = calling(server.token)
tokens = admin_pb2_grpc.AdminServiceStub(coordinator)
made = tokens.CreateToken(token_pb2.CreateTokenRequest(token=token_pb2.Token(
    id="jena-tool", role=token_pb2.ROLE_PARTNER, clusters=["OPTONET"])))
assert made.secret.startswith("tdm_") and made.token.role == token_pb2.ROLE_PARTNER, made


def audit(cluster, **named):
    return audit_pb2.Audit(
        **named, cluster=cluster, country="DE", label="gold", languages=["de"], members=[f"{cluster}-member"],
        earliest=common_pb2.Date(year=2023, month=1, day=9), latest=common_pb2.Date(year=2023, month=3, day=31))


audit_pb2_grpc.AuditServiceStub(coordinator).SubmitAudit(
    audit_pb2.SubmitAuditRequest(audit=audit("OTHER", id="FOREIGN")))
partner = calling(made.secret)
audits, matching = audit_pb2_grpc.AuditServiceStub(partner), matching_pb2_grpc.MatchingServiceStub(partner)
network = network_pb2_grpc.NetworkServiceStub(partner)
# The server gives ids; what the partner calls its audit is its own.
own = audits.SubmitAudit(
    audit_pb2.SubmitAuditRequest(audit=audit("OPTONET", reference="jena-17"), request_id="1")).audit
assert own.state == audit_pb2.AUDIT_STATE_SUBMITTED and own.priority == 0 and own.reference == "jena-17", own
assert [a.id for a in audits.ListAudits(audit_pb2.ListAuditsRequest(reference="jena-17")).audits] == [own.id]
again = audit_pb2.SubmitAuditRequest(audit=audit("OPTONET", reference="jena-17"))
assert code(audits.SubmitAudit, again) == "ALREADY_EXISTS"
for name in ["FOREIGN", own.id, "FREE"]:
    chosen = audit_pb2.SubmitAuditRequest(audit=audit("OPTONET", id=name))
    assert code(audits.SubmitAudit, chosen) == "INVALID_ARGUMENT", name
assert code(audits.GetAudit, audit_pb2.GetAuditRequest(id=own.id)) == "OK"
assert code(audits.GetAudit, audit_pb2.GetAuditRequest(id="FOREIGN")) == "NOT_FOUND"
assert code(audits.GetAudit, audit_pb2.GetAuditRequest(id="NOTHING")) == "NOT_FOUND"
assert code(audits.SubmitAudit, audit_pb2.SubmitAuditRequest(audit=audit("OTHER"))) == "PERMISSION_DENIED"
assert code(audits.AdmitAudit, audit_pb2.AdmitAuditRequest(id=own.id)) == "PERMISSION_DENIED"
assert code(matching.RankPanels, matching_pb2.RankPanelsRequest(audit=own.id)) == "PERMISSION_DENIED"
assert code(network.ListInterests, network_pb2.ListInterestsRequest()) == "PERMISSION_DENIED"
assert code(lambda r: list(matching.Plan(r)), matching_pb2.PlanRequest()) == "PERMISSION_DENIED"

for secret in [None, "x", made.secret[:-1], made.secret.upper()]:
    stranger = audit_pb2_grpc.AuditServiceStub(calling(secret))
    assert code(stranger.ListAudits, audit_pb2.ListAuditsRequest()) == "UNAUTHENTICATED", secret
tokens.RevokeToken(token_pb2.RevokeTokenRequest(id="jena-tool"))
assert code(audits.ListAudits, audit_pb2.ListAuditsRequest()) == "UNAUTHENTICATED"
assert server.stop() == 0
log = server.read_log()
assert made.secret not in log and "tdm_" not in log and "actor=jena-tool" in log, log[-2000:]

# Without a token nobody is served, and the program says what to do.
ended = subprocess.run([tandemd, "serve", "--data", str(pathlib.Path(work.name, "new")), "--listen", "127.0.0.1:0"],
                       capture_output=True, text=True)
assert ended.returncode == 64 and "tandemd init" in ended.stderr, ended

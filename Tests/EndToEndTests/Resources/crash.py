"""kill -9 in the middle of a stream of writes, again and again.

    crash.py TANDEMD PROTOS KILLS SEED

Several clients write all the time, each remembering what was acknowledged. At the end every
acknowledged write is there, none is half there, and a repeated request changes nothing.
"""
import pathlib
import random
import subprocess
import sys
import tempfile
import threading
import time

import grpc

import stubs
from servers import Server

tandemd, protos, kills, seed = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
stubs.load(protos)
from tandem.v1 import (admin_pb2, admin_pb2_grpc, audit_pb2, audit_pb2_grpc,  # noqa: E402
                       common_pb2, network_pb2, network_pb2_grpc)

WRITERS = 6
print(f"seed {seed}")
chance = random.Random(seed)
data = tempfile.TemporaryDirectory()
server = Server(tandemd, data.name)
server.start()
over = threading.Event()


def channel():
    return server.channel([("grpc.initial_reconnect_backoff_ms", 50),
                           ("grpc.min_reconnect_backoff_ms", 50),
                           ("grpc.max_reconnect_backoff_ms", 200)])


class Writer(threading.Thread):
    def __init__(self, number: int):
        super().__init__()
        self.number = number
        self.sent = []          # every request, in order
        self.acknowledged = {}  # request id -> answer

    def request(self, count: int):
        """One audit that names five organisations of its own: six events and more in one record."""
        name = f"w{self.number}-{count}"
        return audit_pb2.SubmitAuditRequest(request_id=name, audit=audit_pb2.Audit(
            id=name, cluster=f"{name}-cluster", country="DE", label="gold", languages=["de"],
            members=[f"{name}-member-{i}" for i in range(5)], sectors=["photonics"],
            earliest=common_pb2.Date(year=2023, month=1, day=9),
            latest=common_pb2.Date(year=2023, month=3, day=31),
            contact=audit_pb2.Contact(name=f"Contact of {name}")))

    def run(self):
        audits = audit_pb2_grpc.AuditServiceStub(channel())
        while not over.is_set():
            request = self.request(len(self.sent))
            self.sent.append(request)
            while not over.is_set():
                try:
                    self.acknowledged[request.request_id] = audits.SubmitAudit(request, timeout=10)
                    break
                except grpc.RpcError as error:
                    # Whether it was stored cannot be known: the same request is sent again.
                    assert error.code() in (grpc.StatusCode.UNAVAILABLE,
                                            grpc.StatusCode.DEADLINE_EXCEEDED), error
                    time.sleep(0.01)


writers = [Writer(number) for number in range(WRITERS)]
for writer in writers:
    writer.start()
for _ in range(kills):
    time.sleep(chance.uniform(0.05, 0.4))
    server.kill()
    server.start()
time.sleep(0.3)
over.set()
for writer in writers:
    writer.join()

audits = audit_pb2_grpc.AuditServiceStub(channel())
network = network_pb2_grpc.NetworkServiceStub(channel())
admin = admin_pb2_grpc.AdminServiceStub(channel())
before = admin.GetServerInfo(admin_pb2.GetServerInfoRequest(), wait_for_ready=True)


def pages(call, request, rows):
    while True:
        answer = call(request)
        yield from rows(answer)
        if not answer.next_page_token:
            return
        request.page_token = answer.next_page_token


stored = {a.id: a for a in pages(
    audits.ListAudits, audit_pb2.ListAuditsRequest(page_size=1000), lambda a: a.audits)}
organisations = {o.id for o in pages(
    network.ListOrganisations, network_pb2.ListOrganisationsRequest(page_size=1000),
    lambda a: a.organisations)}
acknowledged = {k: v for w in writers for k, v in w.acknowledged.items()}
assert len(acknowledged) > kills, f"only {len(acknowledged)} writes: the test tests nothing"

lost = [name for name in acknowledged if name not in stored]
assert not lost, f"acknowledged and lost: {lost}"
for name, answer in acknowledged.items():
    assert stored[name] == answer.audit, f"{name} is not what was acknowledged"
for name, audit in stored.items():
    named = {audit.cluster, *audit.members}
    assert len(named) == 6 and named <= organisations, f"{name} is half there"
assert len(organisations) == 6 * len(stored), "organisations of audits that are not there"
assert before.revision == 1 + len(stored), "one record for the token and one an audit"

for writer in writers:
    for request in writer.sent[-20:]:
        answer = audits.SubmitAudit(request)
        known = writer.acknowledged.get(request.request_id)
        assert known is None or answer == known, "another answer to the same request"
fresh = sum(1 for w in writers for r in w.sent if r.request_id not in stored)
after = admin.GetServerInfo(admin_pb2.GetServerInfoRequest())
assert after.revision == before.revision + fresh, "a repeated request changed something"
assert admin.VerifyJournal(admin_pb2.VerifyJournalRequest()).intact
assert server.stop() == 0
checked = subprocess.run([tandemd, "verify", "--data", data.name], capture_output=True, text=True)
assert checked.returncode == 0, checked
assert pathlib.Path(data.name, "tandem.sqlite").exists()
print(f"{kills} kills, {len(acknowledged)} acknowledged writes, none lost; {checked.stdout.strip()}")

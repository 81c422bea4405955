"""A byte that somebody changed in the database is found and named.

    damage.py TANDEMD PROTOS
"""
import pathlib
import subprocess
import sys
import tempfile

import grpc

import stubs
from servers import Server

tandemd, protos = sys.argv[1:]
stubs.load(protos)
from tandem.v1 import network_pb2, network_pb2_grpc  # noqa: E402

data = tempfile.TemporaryDirectory()
server = Server(tandemd, data.name)
server.start()
network = network_pb2_grpc.NetworkServiceStub(server.channel())
for count in range(1, 21):
    answer = network.CreateOrganisation(network_pb2.CreateOrganisationRequest(
        organisation=network_pb2.Organisation(id=f"ORG{count:02}", name="Photonik Jena")))
    assert answer.revision == count + 1  # the first one made the token
assert server.stop() == 0


def verify(*options):
    done = subprocess.run([tandemd, "verify", "--data", data.name, *options],
                          capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr


code, text = verify()
assert code == 0, text
head = text.strip().removeprefix("intact: ")
assert verify("--expect", head)[0] == 0
code, text = verify("--expect", f"21:{'0' * 64}")
assert code == 65 and "21" in text, text

file = pathlib.Path(data.name, "tandem.sqlite")
whole = file.read_bytes()
place = whole.index(b"ORG07")
file.write_bytes(whole[:place + 4] + b"8" + whole[place + 5:])
code, text = verify()
assert code == 65 and "revision 8" in text, (code, text)
try:
    server.start()
    raise AssertionError("a server serves a changed journal")
except RuntimeError as refused:
    assert "exit 65" in str(refused) and "revision 8" in str(refused), refused
file.write_bytes(whole)
server.start()
assert server.stop() == 0
print(text.strip())

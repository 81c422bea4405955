"""A full disk refuses writes with a clear error, and reads go on.

    full.py TANDEMD PROTOS DIRECTORY     on a small file system of its own
"""
import pathlib
import sys

import grpc

import stubs
from servers import Server

tandemd, protos, directory = sys.argv[1:]
stubs.load(protos)
from tandem.v1 import admin_pb2, admin_pb2_grpc, network_pb2, network_pb2_grpc  # noqa: E402

ballast = pathlib.Path(directory, "ballast")
ballast.write_bytes(bytes(1 << 19))
server = Server(tandemd, str(pathlib.Path(directory, "data")))
server.start()
channel = server.channel()
network = network_pb2_grpc.NetworkServiceStub(channel)
admin = admin_pb2_grpc.AdminServiceStub(channel)


def write(count):
    return network.CreateOrganisation(network_pb2.CreateOrganisationRequest(
        organisation=network_pb2.Organisation(
            id=f"ORG{count}", name="x" * 200, members=[f"M{count}-{i}" for i in range(500)])))


stored = 0
try:
    while stored < 10_000:
        write(stored + 1)
        stored += 1
    raise AssertionError("the disk never got full")
except grpc.RpcError as error:
    assert error.code() == grpc.StatusCode.RESOURCE_EXHAUSTED, error
    assert "full" in error.details(), error.details()
    print(f"after {stored} writes: {error.details()}")
assert stored > 5, stored
for _ in range(3):
    try:
        write(stored + 1)
        raise AssertionError("stored on a full disk")
    except grpc.RpcError as error:
        assert error.code() == grpc.StatusCode.RESOURCE_EXHAUSTED, error
    assert admin.GetServerInfo(admin_pb2.GetServerInfoRequest()).revision == 1 + stored  # and the token
    got = network.GetOrganisation(network_pb2.GetOrganisationRequest(id=f"ORG{stored}"))
    assert len(got.organisation.members) == 500
ballast.unlink()
assert write(stored + 1).revision == stored + 2, "there is room again"
assert admin.VerifyJournal(admin_pb2.VerifyJournalRequest()).intact
assert server.stop() == 0

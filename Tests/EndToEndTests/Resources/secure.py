"""TLS with the built programs: a foreign client, a new certificate while calls go on, client certificates.

    secure.py TANDEMD TANDEM PROTOS
"""
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time

import grpc

import stubs
from servers import Server, authorized, free_port

tandemd, tandem, protos = sys.argv[1:]
stubs.load(protos)
from tandem.v1 import admin_pb2, admin_pb2_grpc  # noqa: E402

work = tempfile.TemporaryDirectory()
data = pathlib.Path(work.name, "data")
authority, certificate, key = (data / n for n in ("ca.pem", "server.pem", "server-key.pem"))


def make_certificate():
    made = subprocess.run([tandemd, "init", "--data", data, "--development-certificate"],
                          capture_output=True, text=True)
    assert made.returncode == 0, made
    assert "localhost, 127.0.0.1, ::1" in made.stdout, made
    assert key.stat().st_mode & 0o777 == 0o600 and data.stat().st_mode & 0o777 == 0o700


def openssl(*arguments):
    subprocess.run(["openssl", *arguments], check=True, capture_output=True)


def client_certificate():
    """An authority and a client's certificate by it."""
    root, root_key, request, client, client_key = (
        str(pathlib.Path(work.name, n)) for n in
        ("clients.pem", "clients-key.pem", "client.csr", "client.pem", "client-key.pem"))
    new = ("req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes")
    openssl(*new, "-x509", "-subj", "/CN=clients", "-keyout", root_key, "-out", root)
    openssl(*new, "-subj", "/CN=a client", "-keyout", client_key, "-out", request)
    openssl("x509", "-req", "-in", request, "-CA", root, "-CAkey", root_key, "-CAcreateserial",
            "-out", client)
    return root, client, client_key


def channel(server, trust, client=None, client_key=None, name="localhost"):
    def read(path):
        return path and pathlib.Path(path).read_bytes()
    return authorized(grpc.secure_channel(f"{name}:{server.port}", grpc.ssl_channel_credentials(
        read(trust), read(client_key), read(client))), server.token)


def revision(channel):
    return admin_pb2_grpc.AdminServiceStub(channel).GetServerInfo(
        admin_pb2.GetServerInfoRequest(), timeout=20).revision


def refused(channel):
    try:
        revision(channel)
    except grpc.RpcError as error:
        assert error.code() == grpc.StatusCode.UNAVAILABLE, error
        return
    raise AssertionError("not refused")


def ask(server, *options, name="localhost", **environment):
    """`tandem server info`: its exit code, and what it says."""
    ended = subprocess.run(
        [tandem, "server", "info", "--server", f"{name}:{server.port}", *map(str, options)],
        capture_output=True, text=True, env={**os.environ, **environment}, timeout=60)
    assert len(ended.stderr.splitlines()) == (0 if ended.returncode == 0 else 1), ended
    return ended.returncode, ended.stderr


def logged(server, text):
    for _ in range(1000):
        if text in server.read_log():
            return
        time.sleep(0.01)
    raise AssertionError(f"no {text!r} in {server.read_log()}")


make_certificate()
again = subprocess.run([tandemd, "init", "--data", data, "--development-certificate"],
                       capture_output=True, text=True)
assert again.returncode == 64 and "is there already" in again.stderr, again

secure = ("--tls-certificate", str(certificate), "--tls-key", str(key))
server = Server(tandemd, str(data), 0, *secure)
server.start()
os.environ["TANDEM_TOKEN"] = server.token
first = channel(server, authority)
assert revision(first) == 1
assert revision(channel(server, authority, name="127.0.0.1")) == 1
refused(grpc.insecure_channel(server.address))

assert ask(server, "--ca", authority) == (0, "")
assert ask(server, TANDEM_CA=str(authority)) == (0, "")
assert ask(server, "--ca", authority, name="127.0.0.1") == (0, "")
for options, text in [
    ((), "speaks TLS"), (("--tls",), "none of the authorities that this system trusts"),
    (("--ca", authority, "--server-name", "example.org"), "is not for example.org, but for"),
]:
    code, said = ask(server, *options)
    assert code == 69 and text in said, (code, said)
code, said = ask(server, "--ca", "/nonexistent")
assert code == 66 and "/nonexistent cannot be read: No such file" in said, (code, said)

# A new certificate: who is connected goes on, who comes next gets it, what cannot be used is not taken.
old = pathlib.Path(work.name, "old.pem")
old.write_bytes(authority.read_bytes())
for path in (authority, certificate, key):
    path.unlink()
make_certificate()
server.process.send_signal(signal.SIGHUP)
logged(server, "certificate renewed")
assert revision(first) == 1
assert ask(server, "--ca", authority) == (0, "")
assert ask(server, "--ca", old)[0] == 69
key.write_text("nothing")
server.process.send_signal(signal.SIGHUP)
logged(server, "certificate not renewed")
assert ask(server, "--ca", authority) == (0, "")
assert server.stop() == 0
assert "127.0.0.1" not in "".join(
    line for line in server.read_log().splitlines() if "handshake" in line)

for path in (authority, certificate, key):
    path.unlink()
make_certificate()
clients, client, client_key = client_certificate()
server = Server(tandemd, str(data), 0, *secure, "--tls-client-ca", clients)
server.start()
refused(channel(server, authority))
assert revision(channel(server, authority, client, client_key)) == 1
assert ask(server, "--ca", authority, "--client-certificate", client, "--client-key", client_key) == (0, "")
code, said = ask(server, "--ca", authority)
assert code == 69 and "asks clients for a certificate" in said, (code, said)
assert server.stop() == 0

# An open address is served with TLS only; a signal to read again is no signal to end.
open_address = [tandemd, "serve", "--data", str(data), "--listen", f"0.0.0.0:{free_port()}"]
ended = subprocess.run(open_address, capture_output=True, text=True)
assert ended.returncode == 64 and "without TLS" in ended.stderr, ended
server = Server(tandemd, str(data))
server.start()
server.process.send_signal(signal.SIGHUP)
logged(server, "nothing to read again")
code, said = ask(server, "--tls")
assert code == 69 and ("does not speak TLS" in said or "hung up" in said), (code, said)
assert server.stop() == 0

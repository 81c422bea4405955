"""tandemd as a child process: on loopback, on a free port, ended by its own process id."""
import collections
import pathlib
import re
import socket
import subprocess
import tempfile
import time

import grpc

TODAY = "2022-11-15"


def free_port() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


class Authorization(grpc.UnaryUnaryClientInterceptor, grpc.UnaryStreamClientInterceptor):
    """Sends a token with each call."""
    def __init__(self, token: str):
        self.header = ("authorization", f"Bearer {token}")

    def intercept(self, proceed, details, request):
        metadata = [*(details.metadata or []), self.header]
        fields = ["method", "timeout", "metadata", "credentials", "wait_for_ready", "compression"]
        changed = collections.namedtuple("Details", fields)(
            *[metadata if field == "metadata" else getattr(details, field, None) for field in fields])
        return proceed(changed, request)

    intercept_unary_unary = intercept_unary_stream = intercept


def authorized(channel: grpc.Channel, token: str) -> grpc.Channel:
    return grpc.intercept_channel(channel, Authorization(token))


class Server:
    def __init__(self, tandemd: str, data: str, port: int = 0, *options: str, today: str = TODAY):
        self.command = [tandemd, "serve", "--data", data, "--today", today, *options]
        self.port = port or free_port()
        self.process = None
        self.directory = data
        self.init = [tandemd, "init", "--data", data]

    @property
    def address(self) -> str:
        return f"127.0.0.1:{self.port}"

    @property
    def token(self) -> str:
        """The coordinator's."""
        return pathlib.Path(self.directory, "coordinator.token").read_text().strip()

    def channel(self, options=()) -> grpc.Channel:
        """As the coordinator, without TLS."""
        return authorized(grpc.insecure_channel(self.address, options), self.token)

    def start(self) -> None:
        """Returns when the server listens; raises with its log when it ends instead."""
        if not pathlib.Path(self.directory, "coordinator.token").exists():
            subprocess.run(self.init, check=True, stdout=subprocess.DEVNULL)
        with tempfile.TemporaryDirectory() as directory:
            said = pathlib.Path(directory, "port")
            self.log = tempfile.TemporaryFile("w+")
            self.process = subprocess.Popen(
                [*self.command, "--listen", self.address, "--port-file", str(said)],
                stderr=self.log)
            for _ in range(3000):
                if said.exists():
                    return
                if self.process.poll() is not None:
                    raise RuntimeError(f"exit {self.process.returncode}: {self.read_log()}")
                time.sleep(0.01)
            self.kill()
            raise RuntimeError(f"does not listen after 30 s: {self.read_log()}")

    def read_log(self) -> str:
        self.log.seek(0)
        return self.log.read()

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()
        self.refuse_secrets()

    def stop(self) -> int:
        """SIGTERM; the exit code."""
        self.process.terminate()
        code = self.process.wait(timeout=60)
        self.refuse_secrets()
        return code

    def refuse_secrets(self) -> None:
        """No log holds a token, whatever was sent."""
        assert not re.search("tdm_[A-Za-z0-9_-]{43}", self.read_log()), "a token is in the log"

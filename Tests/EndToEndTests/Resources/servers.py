"""tandemd as a child process: on loopback, on a free port, ended by its own process id."""
import pathlib
import socket
import subprocess
import tempfile
import time

TODAY = "2022-11-15"


def free_port() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


class Server:
    def __init__(self, tandemd: str, data: str, port: int = 0, *options: str, today: str = TODAY):
        self.command = [tandemd, "serve", "--data", data, "--today", today, *options]
        self.port = port or free_port()
        self.process = None

    @property
    def address(self) -> str:
        return f"127.0.0.1:{self.port}"

    def start(self) -> None:
        """Returns when the server listens; raises with its log when it ends instead."""
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

    def stop(self) -> int:
        """SIGTERM; the exit code."""
        self.process.terminate()
        return self.process.wait(timeout=60)

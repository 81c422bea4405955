"""Tokens by the command line: made, stored, and given another secret where they are kept.

    tokens.py TANDEMD TANDEM
"""
import os
import pathlib
import subprocess
import sys
import tempfile

from servers import Server

tandemd, tandem = sys.argv[1:]
work = tempfile.TemporaryDirectory()
data = pathlib.Path(work.name, "data")
server = Server(tandemd, str(data))
server.start()
environment = {**os.environ, "HOME": work.name, "TANDEM_DATA": str(data), "TANDEM_SERVER": server.address}


def run(*arguments, given="", code=0, **variables):
    """What `tandem` writes to standard output, and what it says."""
    ended = subprocess.run([tandem, *map(str, arguments)], input=given, capture_output=True, text=True,
                           env={**environment, **variables}, timeout=60)
    assert ended.returncode == code, (arguments, ended)
    return ended.stdout.strip(), ended.stderr


def mode(path):
    return path.stat().st_mode & 0o777


# The token that the local file holds.
kept = data / "coordinator.token"
before = server.token
secret, said = run("token", "rotate", "coordinator")
assert secret == server.token != before and f"it is stored in {kept}" in said, said
assert mode(kept) == 0o600 and not list(data.glob("coordinator.token?*"))
assert "coordinator" in run("token", "list")[0]

# One of a context, and one that is not the caller's own.
partner, said = run("token", "create", "tool", "--role", "partner", "--clusters", "OPTONET")
assert "no cluster OPTONET is known" in said, said
given = run("server", "info", TANDEM_TOKEN=partner)[0]
assert "you are   " in given and "tool, partner" in given and "head" not in given, given
office, _ = run("token", "create", "clara", "--role", "coordinator")
run("login", "--server", server.address, "--name", "office", given=office)
contexts = pathlib.Path(work.name, ".config/tandem/contexts.json")
other, said = run("token", "rotate", "tool")
assert other != partner and "stored in" not in said and office in contexts.read_text(), said
secret, said = run("token", "rotate", "clara")
assert "it is stored in the context office" in said, said
assert secret in contexts.read_text() and office not in contexts.read_text() and mode(contexts) == 0o600
assert "clara" in run("token", "list")[0]
_, said = run("token", "rotate", "clara", "--validate-only")
assert "nothing was stored" in said and secret in contexts.read_text(), said

# One of the environment is kept nowhere.
secret, said = run("token", "rotate", "clara", TANDEM_TOKEN=secret)
assert "TANDEM_TOKEN holds the old one" in said and secret not in contexts.read_text(), said
_, said = run("token", "list", code=77)
assert "the token was that of the context office" in said, said
assert server.stop() == 0

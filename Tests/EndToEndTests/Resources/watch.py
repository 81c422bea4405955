"""What changes is printed by the command line, over a server's death and return, until Ctrl-C.

    watch.py TANDEMD TANDEM
"""
import atexit
import json
import os
import pty
import signal
import subprocess
import sys
import tempfile

from servers import Server

tandemd, tandem = sys.argv[1:3]
work = tempfile.TemporaryDirectory()
server = Server(tandemd, os.path.join(work.name, "data"))
server.start()
atexit.register(lambda: server.process.kill())
os.environ["TANDEM_SERVER"] = server.address
os.environ["TANDEM_TOKEN"] = server.token


def add(*numbers):
    for number in numbers:
        subprocess.run([tandem, "organisation", "add", f"O{number}"], check=True, capture_output=True)


def watch(*options, **streams):
    return subprocess.Popen([tandem, "watch", *options], text=True, **streams)


# Those that are there, those to come, and those that come after the server was killed.
add(1, 2)
watching = watch("--after", "0", "--kind", "organisation_set", "--output", "json",
                 stdout=subprocess.PIPE, stderr=subprocess.PIPE)
told = [json.loads(watching.stdout.readline()) for _ in range(2)]
add(3)
told.append(json.loads(watching.stdout.readline()))
for number in (4, 5):
    server.kill()
    said = watching.stderr.readline()
    assert "Trying again in " in said, said
    server.start()
    add(number)
    told.append(json.loads(watching.stdout.readline()))
assert [line["changes"][0]["subject"] for line in told] == ["O1", "O2", "O3", "O4", "O5"], told
revisions = [int(line["revision"]) for line in told]
assert revisions == list(range(revisions[0], revisions[0] + 5)), revisions
watching.send_signal(signal.SIGINT)
rest = watching.stdout.read()
assert watching.wait() == 0 and rest == "", (watching.returncode, rest, watching.stderr.read())

# From now on, on a terminal: a line for each change, no wider than that.
main, terminal = pty.openpty()
os.environ["COLUMNS"] = "80"
watching = watch("--after", str(revisions[-1]), stdout=terminal, stderr=terminal)
os.close(terminal)
add("6" * 60)
shown = b""
while b"\n" not in shown:
    shown += os.read(main, 4096)
line = shown.decode().rstrip()
assert line.startswith(f"{revisions[-1] + 1}  ") and "organisation_set  O66" in line and len(line) <= 80, line
watching.send_signal(signal.SIGINT)
assert watching.wait() == 0
os.close(main)

# What there is not is said at once, and not asked for again and again.
for options, problem in (["--kind", "audit_eaten"], "kind"), (["--audit", "A9"], "There is no audit A9."):
    watching = watch(*options, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    out, said = watching.communicate()
    assert watching.returncode not in (0, None) and problem in said and out == "", (watching.returncode, out, said)
assert server.stop() == 0

"""A year planned through the server by the command line, and checked by the reference.

    planning.py TANDEMD TANDEM SHARED
"""
import json
import os
import pathlib
import pty
import signal
import subprocess
import sys
import tempfile

from servers import Server

tandemd, tandem = sys.argv[1:3]
shared = pathlib.Path(sys.argv[3])
optima = json.loads((shared / "instances/optima.json").read_text())
work = tempfile.TemporaryDirectory()


def path(name):
    return os.path.join(work.name, name)


def serve(instance):
    server = Server(tandemd, path(instance), today="2026-11-24")
    server.start()
    os.environ["TANDEM_SERVER"] = server.address
    os.environ["TANDEM_TOKEN"] = server.token
    run("network", "import", shared / f"instances/{instance}.json")
    return server


def run(*arguments, code=0):
    done = subprocess.run([tandem, *map(str, arguments)], capture_output=True, text=True)
    assert done.returncode == code, (arguments, done.returncode, done.stdout, done.stderr)
    return done.stdout, done.stderr


def reference(script, *files):
    done = subprocess.run([sys.executable, shared / "reference" / script, *files], capture_output=True, text=True)
    assert done.returncode == 0, (script, done.stdout, done.stderr)
    return done.stdout


os.environ["COLUMNS"] = "80"
server = serve("year-060")
files = path("problem.json"), path("plan.json"), path("proof.json")
out, said = run("plan", "--publish", "--year", "audits", "--problem", files[0], "--plan", files[1], "--certificate",
                files[2])
best = optima["year-060"]
assert f"proven: unfilled {best['unfilled']}, cost {best['cost']}; no plan is better" in out, out
assert "audits get a panel" in out and "LOAD" in out and "Mar" in out, out
assert max(map(len, out.splitlines())) <= 80, out
assert "solving: " in said and "published: " in said, said
reference("verify.py", files[0], files[1])
reference("certify.py", *files)
assert run("plan", "certify", *files)[0] == "proven: no plan is better\n"
assert run("plan", "verify", *files[:2])[0].startswith("valid: ")

# Again: it is the same plan, so nothing changes.
assert "nothing changes" in run("plan")[0]
# One of them cannot come: only that panel is made anew.
plan = json.loads(pathlib.Path(files[1]).read_text())
panel = next(panel for panel in plan["panels"] if len(panel["experts"]) == 2)
expert = panel["experts"][0]
run("absence", "add", "--expert", expert, "--first", panel["start"], "--last", panel["start"])
out, _ = run("plan", "repair", panel["audit"], "--publish")
assert "1 expert changes" in out or "audit moves" in out or "loses its panel" in out, out
assert len([line for line in out.splitlines() if line.startswith("A0")]) <= 1 + out.count("WITHOUT"), out
assert run("panel", "broken")[0] == ""
out, _ = run("plan", "list", "--output", "json")
assert [len(plan["changed"]) for plan in json.loads(out)][0] == 1, out
out, _ = run("plan", "show", "--problem", files[0], "--plan", files[1], "--certificate", files[2], "--force")
assert panel["audit"] in out and "repair" in out, out
reference("certify.py", *files)
run("record", "export", "--all", "--to", path("record.json"))
assert "2 decisions" in run("record", "verify", path("record.json"))[0]

# What is only supposed is not published; a file of it says where it is wrong.
pathlib.Path(path("if")).write_text(f"retired {expert}  # moves abroad\n\naway E0001:2027-01-01:2027-12-31\n")
out, _ = run("plan", "--what-if", path("if"), "--output", "csv")
assert expert not in out and "E0001" not in out, out
run("plan", "--what-if", path("if"), "--publish", code=64)
pathlib.Path(path("if")).write_text("retire E0001\n")
assert "line 1" in run("plan", "--what-if", path("if"), code=65)[1]
pathlib.Path(path("if")).write_text("retired E0001\n\nretired E9999\npolicy nothing=0\n")
assert "line 4: the policy has no nothing" in run("plan", "--what-if", path("if"), code=65)[1]
pathlib.Path(path("if")).write_text("policy travel=1\nretired E0001\n\nretired E9999\n")
assert f"{path('if')}, line 4: there is no expert E9999" in run("plan", "--what-if", path("if"), code=65)[1]
said = run("plan", "--retired", "E9999", "--what-if", os.devnull, code=65)[1]
assert "--retired E9999: there is no expert E9999" in said, said
assert "no audit" in run("plan", "--only", "nothing", code=1)[1]
assert server.stop() == 0

# Ctrl-C has the best plan so far; on a terminal there is a bar.
server = serve("season-250")
main, terminal = pty.openpty()
process = subprocess.Popen([tandem, "plan", "--output", "csv"], stdout=subprocess.PIPE, stderr=terminal)
os.close(terminal)
shown = b""
while b"\r[" not in shown:
    shown += os.read(main, 4096)
process.send_signal(signal.SIGINT)
rows = process.stdout.read().decode().splitlines()
assert process.wait() == 0
assert len(rows) == 251, rows[:3]
os.close(main)
# A server that is told to stop gives what it has, and ends.
process = subprocess.Popen([tandem, "plan", "--output", "csv"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
os.read(process.stderr.fileno(), 1)
assert server.stop() == 0
rows = process.stdout.read().decode().splitlines()
assert process.wait() == 0 and len(rows) == 251, (process.returncode, process.stderr.read())

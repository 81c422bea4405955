"""What the command line exports is taken in again and changes nothing; what is wrong keeps all of a table out.

    tables.py TANDEMD TANDEM optonet.json
"""
import atexit
import csv
import io
import os
import subprocess
import sys
import tempfile

from servers import Server

tandemd, tandem, network = sys.argv[1:4]
work = tempfile.TemporaryDirectory()
# The day of the example: its audit can still be admitted.
server = Server(tandemd, os.path.join(work.name, "data"), today="2022-11-15")
server.start()
atexit.register(lambda: server.process.kill())
os.environ["TANDEM_SERVER"] = server.address
os.environ["TANDEM_TOKEN"] = server.token


def run(*arguments, code=0, given=None):
    ended = subprocess.run([tandem, *arguments], text=True, capture_output=True, input=given)
    assert ended.returncode == code, (arguments, ended.returncode, ended.stdout[-500:], ended.stderr[-500:])
    return ended


def counts(kind, table, *options):
    """What an import of the table says: added, changed and skipped."""
    ended = run(kind, "import", "-", "--output", "csv", *options, given=table)
    return [int(cell) for cell in ended.stdout.splitlines()[1].split(",")[1:]]


run("network", "import", network)
# Names with all that is special in a table.
run("expert", "update", "E0001", "--name", "'=Zoë, \"Ö\"; x|y")
run("expert", "update", "E0002", "--name", "@home")
for kind in "expert", "organisation", "interest", "absence", "audit":
    table = run(kind, "list", "--output", "csv").stdout
    heads, *rows = csv.reader(io.StringIO(table))
    assert rows and all(len(row) == len(heads) for row in rows), (kind, heads)
    assert counts(kind, table) == [0, 0, len(rows)], kind
    # As a spreadsheet writes it in other countries, its columns in another order.
    foreign = io.StringIO()
    csv.writer(foreign, delimiter=";").writerows(row[::-1] for row in [heads, *rows])
    assert counts(kind, "\ufeff" + foreign.getvalue()) == [0, 0, len(rows)], kind
    assert run(kind, "list", "--output", "csv").stdout == table, kind

# Ids of some organisations beside names of others: once more changes nothing.
organisation = run("organisation", "list", "--output", "csv").stdout.splitlines()[1].split(",")[0]
interests = (f"expert;organisation;organisation name;kind\nE0001;{organisation};;employment\n"
             "E0002;;Nowhere Else GmbH;employment\n")
assert counts("interest", interests, "--dry-run") == [2, 0, 0]
assert counts("interest", interests) == [2, 0, 0]
assert counts("interest", interests) == [0, 0, 2]

# One faulty row, and nothing of the others is taken in.
before = run("expert", "list", "--output", "csv").stdout
for options in [], ["--dry-run"]:
    said = run("expert", "import", "-", *options, given="id,country,max\nE0001,AT,4\nE0002,AT,x\nE0003,QQ,3\n",
               code=65).stderr
    assert "-:3:3: max: \"x\" is no whole number\n" in said and "-:4:2: country: " in said, said
assert run("expert", "list", "--output", "csv").stdout == before
assert server.stop() == 0

#!/usr/bin/env python3
"""How long `tandem plan solve` takes to prove the best plans, as one Markdown table.

    planner.py TANDEM SHARED [--large] [--cpsat-seconds 20]

TANDEM is the optimised program, SHARED the directory with `instances`, `reference/generate.py` and
`reference/cpsat.py`. Where ortools is installed, the same problems are given to CP-SAT in the same run. All
seconds are those of solving, with the file already read; memory is the peak of the whole process.
"""
import argparse
import json
import pathlib
import re
import subprocess
import sys
import tempfile

SHARED = ["optonet", "year-060", "year-100", "year-150", "season-250", "short-of-experts", "replan-100",
          "disrupted-100", "hard-5003", "hard-5010", "hard-5012", "hard-5031"]
GENERATED = [("1000 × 600, seed 7", ["--experts", "1000", "--audits", "600", "--seed", "7"]),
             ("1000 × 600, seed 8, tight", ["--experts", "1000", "--audits", "600", "--seed", "8", "--tight"]),
             ("3000 × 1500, seed 9", ["--experts", "3000", "--audits", "1500", "--seed", "9"])]
LARGE = [("10000 × 5000, seed 11", ["--experts", "10000", "--audits", "5000", "--seed", "11"])]
# CP-SAT has a variable for each expert and audit: beyond this many its model is not built.
LARGEST_FOR_CPSAT = 250 * 300


# A process counts as its own peak what its parent had when it began: so a small one begins each.
LAUNCHER = """
import os, sys
process = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ)
_, status, usage = os.wait4(process, 0)
print("peak", usage.ru_maxrss, file=sys.stderr)
sys.exit(os.waitstatus_to_exitcode(status))
"""


def measured(command):
    """Runs a command; returns its output, what it said on stderr and its peak memory in megabytes."""
    command = list(map(str, command))
    done = subprocess.run([sys.executable, "-S", "-E", "-c", LAUNCHER, *command], capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{' '.join(command)} failed:\n{done.stderr}")
    *said, peak = done.stderr.splitlines()
    return done.stdout, "\n".join(said), int(peak.split()[1]) / 1000


def text(objective):
    return f"{objective['unfilled']} / {objective['cost']}" if objective else "–"


def planned(tandem, problem, seconds):
    out, said, memory = measured([tandem, "plan", "solve", problem, "--seconds", str(seconds)])
    plan = json.loads(out)
    took = re.findall(r"after ([0-9.]+) s$", said, re.M)[-1]
    return [text(plan["objective"]), text(plan.get("bound")), "yes" if plan["optimal"] else "no", took,
            f"{memory:.0f}"]


def rival(cpsat, problem, seconds):
    out, _, memory = measured([sys.executable, cpsat, problem, "--seconds", str(seconds), "--workers", "2"])
    answer = json.loads(out)
    found = "unfilled" in answer
    objective = {"unfilled": answer["unfilled"], "cost": answer["cost"]} if found else None
    # Its bound is one number: what it says of cost counts only when the weight is settled.
    settled = found and answer["bound_unfilled"] == answer["unfilled"]
    bound = {"unfilled": answer["bound_unfilled"], "cost": answer["bound_cost"] if settled else "–"} if found else None
    return [text(objective), text(bound), "yes" if answer.get("proven") else "no",
            f"{answer['seconds'] - answer['build_seconds']:.1f}", f"{memory:.0f}"]


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("tandem")
    options.add_argument("shared", type=pathlib.Path)
    options.add_argument("--large", action="store_true", help="10,000 experts too, up to 10 minutes")
    options.add_argument("--cpsat-seconds", type=int, default=20)
    options = options.parse_args()
    try:
        import ortools
        print(f"CP-SAT of ortools {ortools.__version__}, {options.cpsat_seconds} s each", file=sys.stderr)
        compares = True
    except ImportError:
        print("ortools is not installed: CP-SAT is left out", file=sys.stderr)
        compares = False
    heads = ["experts × audits", "unfilled / cost", "bound", "proven", "s", "MB"]
    if compares:
        heads += ["CP-SAT", "its bound", "proven", "s", "MB"]
    print("| " + " | ".join(heads) + " |\n" + "| --- " * len(heads) + "|", flush=True)
    with tempfile.TemporaryDirectory() as directory:
        problems = [(name, options.shared / "instances" / f"{name}.json") for name in SHARED]
        for name, arguments in GENERATED + (LARGE if options.large else []):
            path = pathlib.Path(directory) / f"{len(problems)}.json"
            generate = options.shared / "reference" / "generate.py"
            path.write_text(subprocess.run([sys.executable, generate, *arguments], check=True, text=True,
                                           capture_output=True).stdout)
            problems.append((name, path))
        for name, path in problems:
            problem = json.loads(path.read_text())
            size = len(problem["experts"]), len(problem["audits"])
            row = [name if "×" in name else f"{name} ({size[0]} × {size[1]})"]
            row += planned(options.tandem, path, 600)
            if compares:
                fits = size[0] * size[1] <= LARGEST_FOR_CPSAT
                cpsat = options.shared / "reference" / "cpsat.py"
                row += rival(cpsat, path, options.cpsat_seconds) if fits else ["–"] * 5
            print("| " + " | ".join(row) + " |", flush=True)


main()

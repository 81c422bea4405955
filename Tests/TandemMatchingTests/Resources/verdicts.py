#!/usr/bin/env python3
"""What the reference's verify.py says of many plans: VerifyReferenceTests asks it.

    verdicts.py ../shared/reference < lines

A line of input is {"problem": a tandem-problem/1, "plans": [tandem-plan/1 …]}. Answers a line for each plan: the exit code,
then what is wrong with it, as the codes of rules and as words of its own for the rest.
"""
import contextlib
import io
import json
import re
import sys

sys.path.insert(0, sys.argv[1])
import verify  # noqa: E402
from model import Panel, Problem, day  # noqa: E402

WORDS = [("no such audit", "AUDIT"), ("assigned twice", "TWICE"), ("no such expert", "EXPERT"),
         ("the panel needs", "SIZE"), ("cannot begin on", "WINDOW"), ("does not share", "LANGUAGE_NOT_SHARED"),
         ("cheapest language", "LANGUAGE_NOT_CHEAPEST"), ("the plan says", "OBJECTIVE"), ("the plan's bound", "BOUND")]


def code(line: str) -> str:
    for words, name in WORDS:
        if words in line:
            return name
    return re.search(r"[A-Z_]+$", line).group()


def main():
    for line in sys.stdin:
        asked = json.loads(line)
        problem = Problem(asked["problem"])
        verify.Problem.load = lambda _: problem
        verify.read_plan = lambda raw: (
            [Panel(p["audit"], day(p["start"]), tuple(p["experts"]), p["language"]) for p in raw["panels"]], raw)
        for plan in asked["plans"]:
            said = io.StringIO()
            with contextlib.redirect_stdout(said):
                status = verify.main("", plan)
            lines = [x for x in said.getvalue().splitlines() if not x.startswith("{")]
            print(status, *sorted({code(x) for x in lines}))


main()

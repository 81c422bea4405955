#!/usr/bin/env python3
"""What the reference model says of the shared instances, for the tests beside this folder.

    python3 Tests/TandemMatchingTests/Resources/make.py

Needs ../shared beside the repository; takes some minutes. The files it writes, one fact a line, `|` between fields:
  rankings.txt  instance|audit|number of panels, then all of them, or the best 20 of a large instance, best first,
                as cost|start|experts|language
  checks.txt    instance|audit|start|experts|broken rules|cost|language of random panels, most of them not valid
  plans.txt     instance|panels|experts who are BUSY or over CAPACITY, audits not as PINNED|cost of random plans
"""
import random
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
SHARED = HERE.parents[3] / "shared"
sys.path.insert(0, str(SHARED / "reference"))
from model import Panel, Problem, day, iso  # noqa: E402
from rank import rank  # noqa: E402

WHOLE = sorted(p.stem for p in (SHARED / "instances").glob("*.json") if p.stem.startswith(("tiny-", "waived-")))
LARGE = ["optonet", "year-060", "replan-100"]


def load(name: str) -> Problem:
    return Problem.load(SHARED / "instances" / f"{name}.json")


def rankings():
    for name in WHOLE + LARGE:
        p = load(name)
        for k in sorted(p.audits):
            panels = rank(p, k)
            yield f"{name}|{k}|{len(panels)}"
            for cost, s, experts, language in panels if name in WHOLE else panels[:20]:
                yield f"{cost}|{iso(s)}|{','.join(experts)}|{language}"


def speak(p: Problem, experts, k: str) -> bool:
    return bool(set.intersection(*(set(p.speaks(e, k)) for e in experts)))


def checks(chance: random.Random):
    for name in WHOLE:
        p = load(name)
        for k in sorted(p.audits):
            a, size = p.audits[k], p.panel_size(k)
            for number in range(32):
                s = chance.randint(day(a["earliest"]) - 6, day(a["latest"]) + 6)
                if number % 4 and p.starts(k):
                    s = chance.choice(p.starts(k))
                drawn = size if number % 16 else chance.randint(0, 3)
                experts = tuple(chance.sample(sorted(p.experts), drawn))
                if len(experts) != size:
                    yield f"{name}|{k}|{iso(s)}|{','.join(experts)}|SIZE||"
                    continue
                codes = [] if s in p.starts(k) else ["WINDOW"]
                codes += [f"{rule}:{e}" for e in experts for rule in p.barred(e, k, s)]
                if size == 2:
                    codes += p.clash(*experts, k, s)
                codes += p.unfit(experts, k)
                codes += [f"CAPACITY:{e}" for e in experts if p.experts[e]["max_audits"] < 1]
                cost = language = ""
                if speak(p, experts, k):
                    cost, language = p.added_cost(k, s, experts), p.language(experts, k)[1]
                yield f"{name}|{k}|{iso(s)}|{','.join(experts)}|{' '.join(sorted(codes))}|{cost}|{language}"


def plans(chance: random.Random):
    for name in WHOLE + ["replan-100", "disrupted-100"] * 20:
        p = load(name)
        for _ in range(12):
            plan = []
            some = sorted(chance.sample(sorted(p.experts), 7))
            for k in chance.sample(sorted(p.audits), min(len(p.audits), 8)):
                can = [e for e in some if p.speaks(e, k)] or some
                if len(can) < p.panel_size(k) or not p.starts(k):
                    continue
                experts, s = tuple(sorted(chance.sample(can, p.panel_size(k)))), chance.choice(p.starts(k))
                current = p.audits[k].get("current")
                if current and chance.random() < 0.5 and len(current["experts"]) == p.panel_size(k):
                    experts = tuple(sorted(current["experts"]))
                    s = day(current["start"]) if chance.random() < 0.7 else s
                if speak(p, experts, k):
                    plan.append(Panel(k, s, experts, p.language(experts, k)[1]))
            if not plan:
                continue
            planned, wrong = {panel.audit for panel in plan}, set()
            for sentence in p.check(plan):
                who, *_, code = sentence.replace(":", "").split()
                if code in ("BUSY", "CAPACITY") or code == "PINNED" and who in planned:
                    wrong.add(f"{code}:{who}")
            panels = ";".join(f"{x.audit}@{iso(x.start)}:{','.join(x.experts)}" for x in plan)
            yield f"{name}|{panels}|{' '.join(sorted(wrong))}|{p.objective(plan)[1]}"


def write(name: str, lines):
    (HERE / name).write_text("".join(line + "\n" for line in lines))


if __name__ == "__main__":
    write("checks.txt", checks(random.Random(20270104)))
    write("plans.txt", plans(random.Random(20271217)))
    write("rankings.txt", rankings())

#!/usr/bin/env python3
"""What the reference's relax.py says: ExplainRelaxationReferenceTests asks it.

    relaxations.py ../shared/reference < lines

A line of input is the path of a problem, or a seed to make one from. Answers for each line the problem on one line, then for
each of its audits, in the order of their ids, `audit|number of relaxations` and a line for each of them, best first:
weight|cost|start|experts|waivers.
"""
import json
import random
import sys

sys.path.insert(0, sys.argv[1])
from generate import KINDS, generate  # noqa: E402
from model import Problem, day, iso  # noqa: E402
from relax import order_of, relaxations  # noqa: E402


def conflicted(seed: int) -> dict:
    """A generated problem of one audit that few panels, or none, can be found for."""
    r = random.Random(seed)
    raw = generate(r.randint(6, 11), 1, seed, tight=True)
    policy, audit, ids = raw["policy"], raw["audits"][0], [e["id"] for e in raw["experts"]]
    audit["label"] = r.choice(["bronze", "silver", "silver", "gold", "gold", "gold"])
    audit["languages"] = ["en"] + [x for x in audit["languages"] if x != "en"]
    audit["latest"] = iso(min(day(audit["latest"]), day(audit["earliest"]) + r.choice([0, 3, 12])))
    label = policy["labels"][audit["label"]]
    label["nationals"] = r.choice([[0, 0], [0, 1], [1, 1], [0, label["panel"]], [label["panel"]] * 2]
                                  if label["panel"] == 2 else [[0, 0], [0, 1], [1, 1]])
    label["lead"], label["level"] = r.random() < 0.7, r.choice(["B1", "B2", "C1"])
    policy["same_country"] = r.choice(["forbid", "allow"])
    policy["rotation"]["audits"] = r.choice([1, 1, 2])
    homes = [audit["country"], *r.sample(sorted(raw["travel"]), 3)]
    for e in raw["experts"]:
        e["country"] = r.choice(homes)
        e["accredited"] = r.choice([["bronze", "silver", "gold"]] * 5 + [[]])
        e["lead"] = e["accredited"] if r.random() < 0.3 else []
        e["max_audits"] = r.choice([0, 1, 1, 1, 1, 1])
        if r.random() < 0.6:
            first = day(audit["earliest"]) + r.randint(-35, 5)
            e["unavailable"] += [[iso(first), iso(first + r.choice([3, 10, 80]))]]
    for e in ids:
        for organisation in (audit["cluster"], "X1", "X2"):
            if r.random() < 0.3:
                until = r.choice([None, iso(day(audit["earliest"]) - r.choice([360, 365, 725, 730]))])
                raw["interests"].append(
                    {"expert": e, "organisation": organisation, "kind": r.choice(KINDS), "until": until})
        for _ in range(r.choice([0, 0, 0, 1, 2])):
            on = day(audit["earliest"]) - r.choice([100, 1455, 1460])
            raw["history"].append({"cluster": audit["cluster"], "date": iso(on), "experts": r.sample(ids, 2)})
    raw["relations"] += [r.sample(ids, 2) for _ in range(r.randint(0, 8))]
    waivers = [[r.choice(["HOME_COUNTRY", "INTEREST", "ROTATION", "UNAVAILABLE"]), e] for e in ids if r.random() < 0.2]
    waivers += [[r.choice(["SHARED_ORGANISATION", "RELATED", "SAME_COUNTRY"]), *sorted(r.sample(ids, 2))]
                for _ in range(r.randint(0, 2))]
    waivers += [[rule] for rule in ("NO_LEAD", "NATIONALS") if r.random() < 0.1]
    waivers += [["WINDOW", r.randint(1, 20)]] if r.random() < 0.3 else []
    audit["waivers"] = [w for place, w in enumerate(waivers) if w not in waivers[:place]]
    return raw


def main():
    for line in sys.stdin:
        asked = line.strip()
        if asked.isdigit():
            raw = conflicted(int(asked))
        else:
            with open(asked) as f:
                raw = json.load(f)
        print(json.dumps(raw))
        problem = Problem(raw)
        for k in sorted(problem.audits):
            found = relaxations(problem, k)
            print(f"{k}|{len(found)}")
            for need, weight, cost, start, experts in found:
                waivers = " ".join(",".join(map(str, w)) for w in sorted(need, key=order_of))
                print(f"{weight}|{cost}|{iso(start)}|{','.join(experts)}|{waivers}")


main()

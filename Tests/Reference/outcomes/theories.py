#!/usr/bin/env python3
"""theories.py PIPELINES OUT SEED

Copies a folder of definitions and gives every outcome of its programmes other evidence: one to
three pieces under every rule there is, over one or several scales, and any, all or some of them
needed.
"""

import os
import random
import re
import shutil
import sys

INDICATORS = ("absence-hours", "measures", "work-hours", "rating.development", "rating.plan",
              "rating.cooperation", "rating.structure", "in-work", "no-such-indicator")
WITH_CHANGE = ("ors.total", "cors.total", "sdq.total", "pss.total", "who-5.index", "wheel.mean")
WITH_CUT_OFF = ("ors.total", "cors.total", "srs.total", "csrs.total", "sdq.total", "who-5.index",
                "adbb.total", "m-adbb.total", "asq-se-2.total", "asq-se.total")
OTHERS = ("sdq.hyperactivity", "sdq.impact", "safety.scale", "functional.f1", "wheel.w2",
          "pss.parental-stress", "seam.total")
RULES = {
    "reliable-improvement": WITH_CHANGE,
    "better-than-cut-off": WITH_CUT_OFF,
    "not-worse": WITH_CUT_OFF + OTHERS,
    "{at-least-steps: 1}": WITH_CHANGE + OTHERS,
    "{at-least-steps: 2.5}": WITH_CHANGE + OTHERS,
    "{in-band: [normal], set: three-band}": ("sdq.conduct", "sdq.peer"),
}


class Theories:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def piece(self):
        if self.random.random() < 0.35:
            rule = self.random.choice(("falls-by", "rises-by", "at-most", "at-least"))
            amount = self.random.choice((0, 1, 2, 5, 7, 10))
            return f"{{indicator: {self.random.choice(INDICATORS)}, rule: {{{rule}: {amount}}}}}"
        rule = self.random.choice(sorted(RULES))
        scales = self.random.sample(RULES[rule], min(len(RULES[rule]), self.random.choice((1, 1, 2))))
        cells = [f"scale: [{', '.join(scales)}]", f"rule: {rule}"]
        if self.random.random() < 0.4:
            cells.append(f"of: {self.random.choice(('parents', 'children'))}")
        if rule.startswith("{in-band"):
            cells.append("informant: parent")
        return "{" + ", ".join(cells) + "}"

    def evidence(self):
        pieces = [self.piece() for _ in range(self.random.choice((1, 2, 2, 3)))]
        when = self.random.choice(("any", "all", f"{{n-of: {self.random.randint(1, len(pieces))}}}"))
        return [f"    achieved-when: {when}", "    evidence:"] + [f"      - {p}" for p in pieces]

    def programme(self, text):
        lines, is_outcome, is_evidence = [], False, False
        for line in text.splitlines():
            if re.match(r"\S", line) and not line.startswith("#"):
                is_outcome = line == "outcomes:"
            is_evidence = is_evidence and line.startswith("      - ")
            if not is_outcome or not re.match(r"    (achieved-when|evidence):", line):
                lines += [] if is_evidence else [line]
                continue
            is_evidence = line.endswith("evidence:")
            if line.startswith("    evidence:"):
                lines += self.evidence()
        return "\n".join(lines) + "\n"


def main():
    source, target, seed = sys.argv[1:]
    shutil.copytree(source, target)
    theories = Theories(int(seed))
    folder = os.path.join(target, "Programmes")
    for name in sorted(os.listdir(folder)):
        path = os.path.join(folder, name)
        with open(path, encoding="utf-8") as file:
            text = file.read()
        with open(path, "w", encoding="utf-8", newline="\n") as file:
            file.write(theories.programme(text))


if __name__ == "__main__":
    main()

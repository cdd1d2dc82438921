"""Reads policies as JSON, {place: document}, and writes what parliament finds as JSON."""

import json
import sys
import warnings

warnings.filterwarnings("ignore")

from parliament import analyze_policy_string  # noqa: E402
from parliament import enhance_finding  # noqa: E402

found = []
for place, document in json.load(sys.stdin).items():
    for finding in analyze_policy_string(json.dumps(document)).findings:
        enhanced = enhance_finding(finding)
        found.append([place, finding.issue, f"{enhanced.title}: {finding.detail}"])
json.dump(found, sys.stdout)

"""Change the rules in one place at a time and count how many of these mutants the golden cases notice.

Prints the mutants that lived without a reason in tests/poortnormen/gegevens/mutanten.toml, and the count; the exit code
is 1 when there is any. An argument keeps to the functions whose name begins so: `wia.regels.aanvraag`.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "poortnormen"))

from mutantenjacht import jaag, mutanten, onbesproken  # the shared parts of the tests of the rule core

if __name__ == "__main__":
    telling = jaag(mutanten(sys.argv[1] if len(sys.argv) > 1 else ""))
    nieuw = onbesproken(telling)
    print(*nieuw, telling.slotregel(), sep="\n")
    sys.exit(1 if nieuw else 0)

"""Try every case of the access matrix and keep its tables in tests/toegang/verwacht.

Without options: print the number of cases, the leaks and what is not declared; the exit code is 1 when there is any.
`--route <name>`, which may be repeated, keeps to one address.
`--aanvullen` writes lines for what is new and takes out what is gone; what was reviewed stays as it is. Review what it
wrote. `--overnemen` also takes over answers that differ: only after the difference was judged to be right.
"""

import sys

from proefdatabase import proefdatabase

if __name__ == "__main__":
    with proefdatabase():
        from doorloop import hoofd  # the matrix needs Django

        sys.exit(hoofd(sys.argv[1:]))

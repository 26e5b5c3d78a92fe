"""Change the policy of access in one place at a time and count how many of these mutants the tests of access notice.

Prints the figure and the mutants that lived; the exit code is 1 when fewer than 99% were noticed. With
`--uitvoerig` it says of each mutant which case noticed it. `--overnemen` writes down
what pages show and the log holds while the policy is right (`bladen.tsv`, `logboek-*.tsv`): review the difference.
`MATRIX_PROCESSEN` is the number of processes.
"""

import sys

from proefdatabase import proefdatabase

if __name__ == "__main__":
    with proefdatabase():
        from mutanten import hoofd  # the matrix needs Django

        sys.exit(hoofd(sys.argv[1:]))

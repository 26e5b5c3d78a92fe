# Poortwijzer. Every target is one line; the work stands in scripts/.
.PHONY: help setup run test test-snel test-lang fix lock benchmark vertaal
help:        ; @grep -hE '^## ' Makefile | cut -c4-
## make setup      .venv with the locked packages and .venv/bin/poortwijzer
setup:       ; @scripts/omgeving runtime
## make run        the whole platform with demo data on http://localhost:8000 (PORT=...)
run:         ; @scripts/start
## make test       every check there is, on SQLite and PostgreSQL and in a browser
test:        ; @scripts/toets alles
## make test-snel  checks and tests without PostgreSQL and browser
test-snel:   ; @scripts/toets snel
## make test-lang  the long assurance: many more examples, both databases
test-lang:   ; @scripts/toets lang
## make fix        format and repair what can be repaired by itself
fix:         ; @scripts/herstel
## make lock       renew the locked versions in requirements/
lock:        ; @scripts/vergrendel --upgrade
## make benchmark  measure speed, as ratios in one run
benchmark:   ; @scripts/benchmark
## make vertaal    renew the translation files
vertaal:     ; @scripts/vertaal

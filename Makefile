# Two commands: `make run` opens the app, `make test` runs the tests. Both set up what they need.
# All the work is in develop.py, so that Windows and macOS have the same without make.
PYTHON ?= python3
ARGS ?=

.PHONY: run test check soak bench screenshots
run test check soak bench screenshots:
	@$(PYTHON) develop.py $@ $(ARGS)

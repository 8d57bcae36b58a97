"""The same wishes, typed: for administrators, scripts and measurement (docs/command-line.md)."""

"""Remember: one SQLite file per installation."""

"""Show backups and put one back: on their screen, and where the data cannot be opened at all."""

"""Read and write decks and reports as files."""

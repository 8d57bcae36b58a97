"""Turn a script into sound, and keep it."""

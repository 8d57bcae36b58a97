"""The same wishes, typed."""

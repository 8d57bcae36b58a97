"""Show a value, report a wish."""

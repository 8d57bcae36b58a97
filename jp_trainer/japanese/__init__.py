"""Cut text into words and give their readings."""

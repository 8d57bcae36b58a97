"""The widgets every screen is made of. Each takes a Look first; none knows a service."""

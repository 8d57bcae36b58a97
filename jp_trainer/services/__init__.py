"""Do one thing the user meant, in one transaction, and return what the screen will show."""

"""The questions a newcomer is asked, one page each; screens/first_run.py leads through them."""

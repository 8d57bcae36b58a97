"""Lay out text with ruby, for screens, print and the command line alike."""

"""Show how far a trainee has come, what is coming, and what keeps slipping."""

from jp_trainer.ui.screens.progress.screen import Progress

__all__ = ["Progress"]

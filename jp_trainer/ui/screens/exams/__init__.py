"""Choose a mock exam, go on with one, look back at those before."""

from jp_trainer.ui.screens.exams.screen import Exams

__all__ = ["Exams"]

"""Sit an exam: the whole window, as on the day."""

from jp_trainer.ui.screens.sitting.sitting import Sitting

__all__ = ["Sitting"]

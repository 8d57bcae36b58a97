"""Say what a mock exam meant."""

from jp_trainer.ui.screens.exam_result.screen import ExamResult

__all__ = ["ExamResult"]

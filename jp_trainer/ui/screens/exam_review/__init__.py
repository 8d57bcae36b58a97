"""Look again at every question of a mock."""

from jp_trainer.ui.screens.exam_review.screen import ExamReview

__all__ = ["ExamReview"]

"""Ask, mark and explain, one question at a time: the study screen and its views."""

from jp_trainer.ui.screens.study.study import Study

__all__ = ["Study"]

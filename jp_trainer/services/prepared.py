"""Keep questions that were made ahead of need, so that the next one is shown at once."""

import threading
from collections import OrderedDict

from jp_trainer.core.ids import CardId
from jp_trainer.core.questions import Question

_MOST = 200


class Prepared:
    """Questions by round and card; made in the background, taken when they are asked."""

    def __init__(self) -> None:
        self._questions: OrderedDict[tuple[str, CardId], Question] = OrderedDict()
        self._turn = threading.Lock()

    def get(self, round_id: str, card: CardId) -> Question | None:
        """The question if it was made already."""
        with self._turn:
            return self._questions.get((round_id, card))

    def put(self, round_id: str, question: Question) -> None:
        """Keep a question; the oldest goes when there are too many."""
        with self._turn:
            self._questions[round_id, question.card] = question
            while len(self._questions) > _MOST:
                self._questions.popitem(last=False)

    def clear(self) -> None:
        """Forget all: content or preferences changed."""
        with self._turn:
            self._questions.clear()

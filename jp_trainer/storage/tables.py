"""Describe the tables as they are now; `migrations.py` says how they came to be.

Ids are text, instants are microseconds UTC, study days are days since 1970-01-01, bodies are JSON.
The search index is not here: see search.py.
"""

import sqlalchemy as sa

metadata = sa.MetaData()

_Text = sa.Text
_Number = sa.BigInteger


def _text(name: str, *, key: bool = False) -> sa.Column[str]:
    return sa.Column(name, _Text, primary_key=key, nullable=False)


def _number(name: str, *, key: bool = False) -> sa.Column[int]:
    return sa.Column(name, _Number, primary_key=key, nullable=False, autoincrement=False)


def _maybe_text(name: str) -> sa.Column[str | None]:
    return sa.Column(name, _Text, nullable=True)


def _maybe_number(name: str) -> sa.Column[int | None]:
    return sa.Column(name, _Number, nullable=True)


def _real(name: str) -> sa.Column[float]:
    return sa.Column(name, sa.Float, nullable=False)


# What happened: append-only (triggers). `arrival`: in which order this file learnt of it.
event = sa.Table(
    "event",
    metadata,
    sa.Column("arrival", sa.Integer, primary_key=True),
    _text("id"),
    _text("device"),
    _number("seq"),
    _text("trainee"),
    _text("kind"),
    _text("subject"),
    _number("at"),
    _number("utc_offset_min"),
    _number("study_day"),
    _maybe_number("received_at"),
    _text("body"),
)

# Trainees whose events may be deleted (data protection), and must not come back.
erasure = sa.Table("erasure", metadata, _text("trainee", key=True), _number("at"))

# Cache: core.scheduling.replay(events of the card).
card_state = sa.Table(
    "card_state",
    metadata,
    _text("trainee", key=True),
    _text("card", key=True),
    _text("word"),
    _text("aspect"),
    _text("deck"),
    _real("stability"),
    _real("difficulty"),
    _maybe_number("due_day"),
    _maybe_number("last_day"),
    _maybe_text("last_rating"),
    _number("reps"),
    _number("lapses"),
    _number("needs_help"),
    _maybe_text("last_event"),
    _maybe_number("last_at"),
    _maybe_text("last_device"),
    _maybe_number("last_seq"),
    _text("scheduler"),
)

# Cache: core.word_states.replay(events of the word).
word_state = sa.Table(
    "word_state",
    metadata,
    _text("trainee", key=True),
    _text("word", key=True),
    _number("known"),
    _maybe_number("rest_until_day"),
    _maybe_text("last_event"),
    _maybe_number("last_at"),
    _maybe_text("last_device"),
    _maybe_number("last_seq"),
)

# Cache: sums over the events of a study day; the columns are those of core.day_sums.Sums.
day_sum = sa.Table(
    "day_sum",
    metadata,
    _text("trainee", key=True),
    _number("study_day", key=True),
    _text("deck", key=True),
    _text("aspect", key=True),
    *(
        sa.Column(name, _Number, nullable=False, server_default="0")
        for name in (
            *("answered", "right", "peeked", "new", "new_right"),
            *("lapses", "practised", "known", "ms"),
        )
    ),
)

# Cache: why answers were wrong, per day.
day_reason = sa.Table(
    "day_reason",
    metadata,
    _text("trainee", key=True),
    _number("study_day", key=True),
    _text("reason", key=True),
    sa.Column("count", _Number, nullable=False, server_default="0"),
)

# What a running round still has to ask.
running_round = sa.Table("round", metadata, _text("trainee", key=True), _text("body"))

trainee = sa.Table(
    "trainee",
    metadata,
    _text("id", key=True),
    _text("name"),
    _number("created_at"),
    _text("role"),
    _text("pin"),
    _text("preferences"),
)

# `owner`: a trainee, or "" for the installation.
setting = sa.Table(
    "setting", metadata, _text("owner", key=True), _text("key", key=True), _text("value")
)

deck = sa.Table(
    "deck",
    metadata,
    _text("id", key=True),
    _number("version"),
    _number("words"),
    _number("installed_at"),
    _text("body"),
)

# `number`: the row's own, for the search index. `removed`: gone from the deck; its history stays.
word = sa.Table(
    "word",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True),
    _text("id"),
    _text("deck"),
    _number("position"),
    _text("learnt_as"),
    _text("word"),
    _text("reading"),
    _text("meaning_en"),
    _text("meaning_ur"),
    _text("kind"),
    _text("pos"),
    _text("chapter"),
    _text("level"),
    _number("removed"),
    _text("search"),
    _text("body"),
)

# A version of an item that was once shown is kept whole.
item_version = sa.Table("item_version", metadata, _text("digest", key=True), _text("body"))

# Cache: core.exam.sitting_log.replay(events of the sitting). `finished`: how, "" while it runs.
sitting = sa.Table(
    "sitting",
    metadata,
    _text("id", key=True),
    _text("trainee"),
    _text("exam"),
    _text("blueprint"),
    _text("mode"),
    _text("form"),
    _number("begun_at"),
    _text("finished"),
    _text("body"),
)

# What was left of the time when it was last saved; overwritten every few seconds.
sitting_clock = sa.Table(
    "sitting_clock",
    metadata,
    _text("sitting", key=True),
    _text("clock", key=True),
    _text("trainee"),
    _number("remaining_ms"),
    _number("saved_at"),
)

meta = sa.Table("meta", metadata, _text("key", key=True), _text("value"))

"""Say how the file came to be what tables.py describes: numbered steps of literal SQL.

A step is never edited once released. The number of steps is the file's schema number
(`PRAGMA user_version`). Add a step at the end, and keep a file of the schema before it in
tests/old_files/.
"""

_FIRST = (
    """
    create table event (
        arrival integer primary key,
        id text not null unique,
        device text not null,
        seq integer not null,
        trainee text not null,
        kind text not null,
        subject text not null,
        at integer not null,
        utc_offset_min integer not null,
        study_day integer not null,
        received_at integer,
        body text not null
    ) strict
    """,
    "create index event_subject on event (trainee, subject)",
    "create index event_trainee on event (trainee)",
    "create index event_device on event (device, seq)",
    "create table erasure (trainee text primary key, at integer not null) strict, without rowid",
    """
    create trigger event_no_update before update on event
    begin select raise(abort, 'event is append-only'); end
    """,
    """
    create trigger event_no_delete before delete on event
    when not exists (select 1 from erasure where trainee = old.trainee)
    begin select raise(abort, 'event is append-only'); end
    """,
    """
    create table card_state (
        trainee text not null,
        card text not null,
        word text not null,
        aspect text not null,
        deck text not null,
        stability real not null,
        difficulty real not null,
        due_day integer,
        last_day integer,
        last_rating text,
        reps integer not null,
        lapses integer not null,
        needs_help integer not null check (needs_help in (0, 1)),
        last_event text,
        last_at integer,
        last_device text,
        last_seq integer,
        scheduler text not null,
        primary key (trainee, card)
    ) strict, without rowid
    """,
    "create index card_state_due on card_state (trainee, due_day, word, aspect)",
    """
    create index card_state_word
    on card_state (trainee, word, aspect, reps, stability, lapses, last_day)
    """,
    """
    create table word_state (
        trainee text not null,
        word text not null,
        known integer not null check (known in (0, 1)),
        rest_until_day integer,
        last_event text,
        last_at integer,
        last_device text,
        last_seq integer,
        primary key (trainee, word)
    ) strict, without rowid
    """,
    """
    create table day_sum (
        trainee text not null,
        study_day integer not null,
        deck text not null,
        aspect text not null,
        answered integer not null default 0,
        "right" integer not null default 0,
        peeked integer not null default 0,
        new integer not null default 0,
        new_right integer not null default 0,
        lapses integer not null default 0,
        practised integer not null default 0,
        known integer not null default 0,
        ms integer not null default 0,
        primary key (trainee, study_day, deck, aspect)
    ) strict, without rowid
    """,
    """
    create table day_reason (
        trainee text not null,
        study_day integer not null,
        reason text not null,
        count integer not null default 0,
        primary key (trainee, study_day, reason)
    ) strict, without rowid
    """,
    "create table round (trainee text primary key, body text not null) strict, without rowid",
    """
    create table trainee (
        id text primary key,
        name text not null,
        created_at integer not null,
        role text not null,
        pin text not null,
        preferences text not null
    ) strict, without rowid
    """,
    """
    create table setting (
        owner text not null,
        key text not null,
        value text not null,
        primary key (owner, key)
    ) strict, without rowid
    """,
    """
    create table deck (
        id text primary key,
        version integer not null,
        words integer not null,
        installed_at integer not null,
        body text not null
    ) strict, without rowid
    """,
    """
    create table word (
        number integer primary key,
        id text not null unique,
        deck text not null references deck (id),
        position integer not null,
        learnt_as text not null,
        word text not null,
        reading text not null,
        meaning_en text not null,
        meaning_ur text not null,
        kind text not null,
        pos text not null,
        chapter text not null,
        level text not null,
        removed integer not null check (removed in (0, 1)),
        search text not null,
        body text not null
    ) strict
    """,
    "create index word_deck on word (deck, removed, position, pos, learnt_as)",
    "create index word_learnt_as on word (learnt_as, removed, deck)",
    "create table item_version (digest text primary key, body text not null) strict, without rowid",
    """
    create table sitting (
        id text primary key,
        trainee text not null,
        exam text not null,
        blueprint text not null,
        mode text not null,
        form text not null,
        begun_at integer not null,
        finished text not null,
        body text not null
    ) strict, without rowid
    """,
    "create index sitting_trainee on sitting (trainee, begun_at)",
    """
    create table sitting_clock (
        sitting text not null,
        clock text not null,
        trainee text not null,
        remaining_ms integer not null,
        saved_at integer not null,
        primary key (sitting, clock)
    ) strict, without rowid
    """,
    "create table meta (key text primary key, value text not null) strict, without rowid",
)

MIGRATIONS: tuple[tuple[str, ...], ...] = (_FIRST,)

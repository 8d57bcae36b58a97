BEGIN TRANSACTION;
CREATE TABLE card_state (
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
    ;
INSERT INTO "card_state" VALUES('asma','care:w1/meaning','care:w1','meaning','care',2.3065,2.11810397045901588342e+00,20782,20780,'good',1,0,0,'0190a0a0-0000-7000-8000-000000000002',1795435200000000,'here',2,'fsrs-6.1');
CREATE TABLE day_reason (
        trainee text not null,
        study_day integer not null,
        reason text not null,
        count integer not null default 0,
        primary key (trainee, study_day, reason)
    ) strict, without rowid
    ;
CREATE TABLE day_sum (
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
    ;
INSERT INTO "day_sum" VALUES('asma',20780,'care','meaning',1,1,0,1,0,0,0,0,0);
CREATE TABLE deck (
        id text primary key,
        version integer not null,
        words integer not null,
        installed_at integer not null,
        body text not null
    ) strict, without rowid
    ;
INSERT INTO "deck" VALUES('care',1,1,1795435200000000,'{"id":"care","version":1,"title":{"en":"Nursing care","ur":"دیکھ بھال","ja":"介護"},"sector":"","target":"","licence":"","source":"","languages":["en","ur"],"required":[],"aspects":["meaning","reading","listening","production","sentence"],"chapters":[],"extra":{}}');
CREATE TABLE erasure (trainee text primary key, at integer not null) strict, without rowid;
CREATE TABLE event (
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
    ;
INSERT INTO "event" VALUES(1,'0190a0a0-0000-7000-8000-000000000001','here',1,'asma','Answered','care:w1/meaning',1795435200000000,300,20780,NULL,'{"rating":"good","outcome":"right","reason":"","given":"","peeked":false,"ms":0,"deck":"care","first":true}');
INSERT INTO "event" VALUES(2,'0190a0a0-0000-7000-8000-000000000002','here',2,'asma','OfANewerVersion','care:w1/meaning',1795435200000000,300,20780,NULL,'{"rating":"good","outcome":"right","reason":"","given":"","peeked":false,"ms":0,"deck":"care","first":true}');
CREATE TABLE item_version (digest text primary key, body text not null) strict, without rowid;
CREATE TABLE meta (key text primary key, value text not null) strict, without rowid;
INSERT INTO "meta" VALUES('content revision','1');
INSERT INTO "meta" VALUES('device','here');
CREATE TABLE round (trainee text primary key, body text not null) strict, without rowid;
INSERT INTO "round" VALUES('asma','{"id":"round-1"}');
CREATE TABLE setting (
        owner text not null,
        key text not null,
        value text not null,
        primary key (owner, key)
    ) strict, without rowid
    ;
INSERT INTO "setting" VALUES('asma','theme','"dark"');
CREATE TABLE sitting (
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
    ;
CREATE TABLE sitting_clock (
        sitting text not null,
        clock text not null,
        trainee text not null,
        remaining_ms integer not null,
        saved_at integer not null,
        primary key (sitting, clock)
    ) strict, without rowid
    ;
CREATE TABLE trainee (
        id text primary key,
        name text not null,
        created_at integer not null,
        role text not null,
        pin text not null,
        preferences text not null
    ) strict, without rowid
    ;
INSERT INTO "trainee" VALUES('asma','عاصمہ',1795435200000000,'trainee','','{"interface":"en","meanings":["en"],"minutes":15,"new_words":null,"theme":"system","text_size":1.0,"furigana":"always","hide_known":false,"auto_sound":true,"lock_after_min":10,"nastaliq":false,"kana":"none","sector":"","goal":"jft-a2","exam_date":null,"decks":[],"instructor_tools":false,"animations":true}');
CREATE TABLE word (
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
    ;
INSERT INTO "word" VALUES(1,'care:w1','care',0,'care:w1','介護','かいご','nursing care','دیکھ بھال','word','suru-noun','','',0,'
介護
かいご
kaigo
nursing care
دیکھ بھال
','{"id":"care:w1","kind":"word","word":"介護","reading":"かいご","pos":"suru-noun","meaning_en":"nursing care","meaning_ur":"دیکھ بھال"}');
CREATE TABLE word_state (
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
    ;
CREATE INDEX event_subject on event (trainee, subject);
CREATE INDEX event_trainee on event (trainee);
CREATE INDEX event_device on event (device, seq);
CREATE TRIGGER event_no_update before update on event
    begin select raise(abort, 'event is append-only'); end;
CREATE TRIGGER event_no_delete before delete on event
    when not exists (select 1 from erasure where trainee = old.trainee)
    begin select raise(abort, 'event is append-only'); end;
CREATE INDEX card_state_due on card_state (trainee, due_day, word, aspect);
CREATE INDEX card_state_word
    on card_state (trainee, word, aspect, reps, stability, lapses, last_day)
    ;
CREATE INDEX word_deck on word (deck, removed, position, pos, learnt_as);
CREATE INDEX word_learnt_as on word (learnt_as, removed, deck);
CREATE INDEX sitting_trainee on sitting (trainee, begun_at);
COMMIT;
pragma user_version = 1; pragma application_id = 1246778450;

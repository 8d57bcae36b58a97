import json
import logging
from pathlib import Path

from jp_trainer import logs
from jp_trainer.core.people import Preferences
from jp_trainer.core.questions import Typed
from jp_trainer.services import backups, people, report, study
from tests.examples import School, a_school
from tests.services.playing import asking, right_answer

FACTS = {"screen": "1366x768 at 1.0", "sound device": "yes"}


def sections(text: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for line in text.splitlines()[1:]:
        if line.startswith("["):
            found[line.strip("[]")] = []
        elif line:
            found[list(found)[-1]].append(line)
    return found


def play(school: School, rounds: int = 3) -> None:
    state = study.begin(school.app, school.trainee)
    for _ in range(rounds):
        question = asking(state).question
        given = right_answer(question)
        state = study.answer(school.app, school.trainee, question.id, given, ms=900).state


def test_a_report_says_what_a_helper_asks(school: School) -> None:
    play(school)
    backups.make(school.app)

    found = sections(report.compose(school.app, FACTS))

    assert list(found) == ["program", "file", "decks", "people", "backups", "log"]
    assert "screen: 1366x768 at 1.0" in found["program"]
    assert any(line.startswith("python: 3.") for line in found["program"])
    assert "integrity: ok" in found["file"]
    assert "journal: wal" in found["file"]
    assert found["decks"] == ["test: version 1, 25 words"]
    assert "answers 3, right 3" in found["people"][1]
    assert json.loads(found["people"][2])["minutes"] == 15
    assert found["backups"][0].endswith("bytes, whole")


def test_no_name_word_or_answer_is_in_a_report(tmp_path: Path) -> None:
    wishes = Preferences.from_json({"decks": ["test"], "nickname": "Gulabo of Multan"})
    school = a_school(tmp_path / "Ayesha Khan", preferences=wishes)
    people.add(school.app, "غلام رسول", Preferences())
    play(school)
    logs.start_log(school.app.data)
    log = logging.getLogger("jp_trainer.test")
    log.warning("could not speak %s for %s", "びょういん", "ayesha khan")
    try:
        int("byouin")
    except ValueError:
        log.exception("bug")
    log.error("bug for غلام رسول", exc_info=LookupError(Typed("nursing homework")))
    logs.stop_log()

    text = report.compose(school.app, FACTS)

    assert "could not speak" in text
    assert "ValueError" in text
    assert "test_report.py" in text
    for secret in ("Ayesha", "ayesha", "Khan", "غلام", "رسول", "Gulabo", "homework", "びょう"):
        assert secret not in text, secret
    assert "invalid literal" not in text
    for word in school.words:
        assert word.word not in text
        assert word.meaning_ur not in text
    school.app.database.close()


def test_a_report_without_a_log_says_so(school: School) -> None:
    assert "no log: FileNotFoundError" in report.compose(school.app, FACTS)


def test_a_report_is_saved_where_it_was_wished(school: School, tmp_path: Path) -> None:
    target = tmp_path / "رپورٹ.txt"

    report.save(school.app, target, FACTS)

    assert target.read_text(encoding="utf-8").startswith("jp_trainer report 2026-11-23 04:00 UTC")

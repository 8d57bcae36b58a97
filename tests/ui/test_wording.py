import datetime as dt
from gettext import NullTranslations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jp_trainer import wording
from jp_trainer.wording import catalogue, dates, fill, join, ngettext, plain, use_language
from jp_trainer.wording.runs import FSI, PDI, RLM


class Catalogue(NullTranslations):
    """Translations as a catalogue would give them."""

    def __init__(self, **said: str):
        super().__init__()
        self.said = said

    def gettext(self, message: str) -> str:
        return self.said.get(message, message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.said.get(msgid1 if n == 1 else msgid2, msgid1 if n == 1 else msgid2)


@pytest.fixture
def urdu(monkeypatch: pytest.MonkeyPatch) -> Catalogue:
    found = Catalogue()
    monkeypatch.setattr(catalogue, "_speaker", catalogue._Speaker("ur", found))
    return found


def test_every_inserted_run_is_isolated() -> None:
    text = fill("{count} words in {deck}", count=3, deck="نرسنگ")

    assert text == f"{FSI}3{PDI} words in {FSI}نرسنگ{PDI}"
    assert plain(text) == "3 words in نرسنگ"


@settings(max_examples=50)
@given(name=st.text(max_size=20), count=st.integers())
def test_plain_gives_back_what_was_put_in(name: str, count: int) -> None:
    text = plain(fill("{name}: {count}", name=name, count=count))

    assert text == plain(f"{name}: {count}")
    assert not set(text) & {FSI, PDI, RLM}


def test_short_facts_are_joined_without_reordering_each_other() -> None:
    assert join(["48 سوالات", "", None, 54]) == f"{FSI}48 سوالات{PDI} · {FSI}54{PDI}"


@pytest.mark.usefixtures("speak_urdu")
def test_in_urdu_facts_and_dates_without_letters_of_their_own_begin_at_the_right() -> None:
    assert join(["a", "b"])[0] == RLM
    assert join([]) == ""
    assert dates.short_date(dt.date(2026, 11, 22))[0] == RLM


def test_an_urdu_sentence_that_starts_in_latin_is_led_from_the_right(urdu: Catalogue) -> None:
    urdu.said["Ready for A2.2?"] = "A2.2 کے لیے تیار؟"
    urdu.said["Today"] = "آج"

    assert wording._("Ready for A2.2?") == RLM + "A2.2 کے لیے تیار؟"
    assert wording._("Today") == "آج"


def test_an_urdu_sentence_with_a_field_in_front_is_not_turned_by_what_is_inserted() -> None:
    assert fill("{exam} کا دن", exam="JFT-Basic") == f"{FSI}JFT-Basic{PDI} کا دن"
    assert fill("JFT {n} کا دن", n=1).startswith(RLM)


@pytest.mark.parametrize(
    "broken", ["{cuont} الفاظ", "الفاظ", "{count} {deck}", "{count", "{count}}"]
)
def test_a_translation_with_other_fields_is_refused_and_the_source_shown(
    urdu: Catalogue, broken: str
) -> None:
    urdu.said["{count} words"] = broken

    assert wording._("{count} words") == "{count} words"


def test_a_translation_that_breaks_a_plural_is_refused(urdu: Catalogue) -> None:
    urdu.said["{count} words"] = "الفاظ {n}"
    urdu.said["{count} word"] = "{count} لفظ"

    assert ngettext("{count} word", "{count} words", 2) == "{count} words"
    assert plain(ngettext("{count} word", "{count} words", 1)) == "{count} لفظ"


def test_the_empty_sentence_is_not_the_header_of_the_catalogue(
    catalogues: Path,
) -> None:
    use_language("ur", catalogues)

    assert wording._("") == ""

    use_language("en")


def test_a_language_without_a_catalogue_is_spoken_in_english(tmp_path: Path) -> None:
    use_language("ur", tmp_path)

    assert wording._("Today") == "Today"
    assert wording.language() == "ur"

    use_language("en")


def test_a_language_nobody_offers_is_an_error() -> None:
    with pytest.raises(KeyError):
        use_language("xx")


SUNDAY = dt.date(2026, 11, 22)


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "Sunday 22 November"), ("ur", "اتوار، 22 نومبر"), ("ja", "11月22日（日曜日）")],
)
def test_a_day_is_said_in_the_order_of_the_language(
    catalogues: Path, language: str, said: str
) -> None:
    use_language(language, catalogues)

    assert plain(dates.full_date(SUNDAY)) == said

    use_language("en")


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (-9, "9 days ago"),
        (-1, "yesterday"),
        (0, "today"),
        (1, "tomorrow"),
        (13, "in 13 days"),
        (21, "in 3 weeks"),
        (90, "in 3 months"),
        (400, "in 1 year"),
        (1000, "in 3 years"),
    ],
)
def test_distances_are_said_in_the_unit_people_would_use(days: int, said: str) -> None:
    assert plain(dates.from_today(days)) == said


def test_urdu_keeps_western_digits(catalogues: Path) -> None:
    use_language("ur", catalogues)

    said = plain(dates.minutes(12)) + plain(dates.full_date(SUNDAY)) + dates.number(1200)

    assert "12" in said
    assert "1,200" in said
    assert not set(said) & set("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩")
    use_language("en")


@pytest.mark.parametrize(
    ("share", "said"), [(0, "0%"), (0.001, "1%"), (0.936, "94%"), (0.999, "99%"), (1, "100%")]
)
def test_only_what_is_whole_is_a_hundred_percent(share: float, said: str) -> None:
    assert dates.percent(share) == said


def test_about_never_promises_no_time_at_all() -> None:
    assert plain(dates.about_minutes(0)) == "about 1 minute"

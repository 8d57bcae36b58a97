from pathlib import Path

import pytest

from jp_trainer.core.cards import Aspect, card_id
from jp_trainer.core.exam.items import ItemType, Line, Option, Stimulus, StimulusKind, Testlet
from jp_trainer.core.exam.papers import Mode, Paper, PaperSection
from jp_trainer.core.exam.sitting_state import FinishedBy, SittingState
from jp_trainer.core.exam.sittings import NotAllowedError
from jp_trainer.core.furigana import plain
from jp_trainer.core.own_decks import is_own_deck, own_deck
from jp_trainer.core.people import Preferences
from jp_trainer.core.questions import Way
from jp_trainer.core.words import Kind, Word
from jp_trainer.services import deck_choices, people, profiles, queue, sitting, sound, study
from jp_trainer.services.mistakes import add_mistakes, missed
from jp_trainer.services.study_states import Asking
from tests.examples import School, a_school
from tests.papers import a_blueprint, a_paper, an_item
from tests.services.playing import right_answer

TAUGHT = an_item("i-taught", stem="きのう、{点滴}をしました。", options=(Option("てんてき"),) * 3)
UNTAUGHT = an_item("i-new", stem="{切手}をください。", options=(Option("きって"),) * 3)
PATTERN = an_item(
    "i-pattern",
    ItemType.GRAMMAR_FORM,
    stem="サナ「もう 食[た]べましたか。」\nアリ「いいえ、まだ（　　）。」",
    options=(Option("食[た]べていません"), Option("食[た]べました"), Option("食[た]べます")),
)
TALK = Testlet(
    (
        an_item(
            "i-talk",
            ItemType.CONVERSATION,
            stimulus="t",
            options=(Option("足場[あしば]の 下[した]"), Option("外[そと]"), Option("上[うえ]")),
        ),
    ),
    Stimulus(
        "t",
        1,
        StimulusKind.CLIP,
        script=(
            Line("f2", "どこですか。", "ドコデスカ"),
            Line("m1", "足場[あしば]の 下[した]です。", "アシバノシタデス"),
        ),
    ),
)


def a_mock(*testlets: Testlet) -> Paper:
    return Paper("small-2026", Mode.FULL, (PaperSection("script", testlets),))


def all_wrong(school: School) -> SittingState:
    """A sitting of four questions, each answered wrong."""
    paper = a_mock(Testlet((TAUGHT,)), Testlet((UNTAUGHT,)), Testlet((PATTERN,)), TALK)
    begun = sitting.begin_paper(school.app, school.trainee, a_blueprint(), paper)
    for item in paper.items:
        sitting.answer(school.app, begun.id, item.id, 2)
    return sitting.finish(school.app, begun.id)


def test_what_was_missed_is_asked_first_today(school: School) -> None:
    done = all_wrong(school)

    added = add_mistakes(school.app, school.trainee, done.id)

    with school.app.database.read() as view:
        plan = queue.plan_of(school.app, view, school.trainee)
    cards = [card_id(word.learnt_as, Aspect.MEANING) for word in added.words]
    assert list(plan.due[: len(cards)]) == cards
    assert plan.due_limit >= len(cards)
    asked = study.begin(school.app, school.trainee)
    assert isinstance(asked, Asking)
    assert asked.question.card == cards[0]


def test_a_word_of_a_deck_comes_with_the_sentence_of_the_exam(school: School) -> None:
    done = all_wrong(school)

    word = add_mistakes(school.app, school.trainee, done.id).words[0]

    taught = next(each for each in school.words if each.word == "点滴")
    assert (word.word, word.meaning_en, word.same_as) == ("点滴", "IV drip", taught.id)
    assert plain(word.example) == "きのう、点滴をしました。"
    assert word.tags == (done.id,)
    state = study.begin(school.app, school.trainee)
    assert isinstance(state, Asking)
    assert state.question.word == word
    assert state.question.way is Way.CHOOSE  # among the words of the deck
    assert sorted(o.word == word.id for o in state.question.options) == [False] * 3 + [True]
    assert taught.id not in {option.word for option in state.question.options}


def test_what_no_deck_teaches_becomes_a_word_of_ones_own(school: School) -> None:
    added = add_mistakes(school.app, school.trainee, all_wrong(school).id)

    words = {word.id.partition(":")[2]: word for word in added.words}
    stamp, phrase = words["i-new-1"], words["i-pattern"]
    assert (stamp.word, stamp.reading, stamp.same_as) == ("切手", "きって", None)
    assert plain(stamp.example) == "切手をください。"
    assert (stamp.meaning_en, stamp.meaning_ur) == ("Because.", "کیونکہ")
    assert (phrase.kind, phrase.word) == (Kind.PHRASE, "いいえ、まだ食べていません。")
    assert added.taught == 2
    assert {is_own_deck(word.id) for word in added.words} == {True}


def test_what_was_heard_comes_back_with_its_voice(school: School) -> None:
    added = add_mistakes(school.app, school.trainee, all_wrong(school).id)

    heard = next(word for word in added.words if word.word == "足場")

    assert plain(heard.example) == "足場の下です。"
    clip = sound.heard_in_exam(heard, 1.0)
    assert clip is not None
    assert (clip.kana, clip.voice) == ("アシバノシタデス", "m1")


def test_mistakes_are_added_once(school: School) -> None:
    done = all_wrong(school)
    first = add_mistakes(school.app, school.trainee, done.id)
    with school.app.database.read() as view:
        events = view.events.count(school.trainee)

    second = add_mistakes(school.reopened().app, school.trainee, done.id)

    assert second.again
    assert second.words == first.words
    with school.app.database.read() as view:
        assert view.events.count(school.trainee) == events
    assert sitting.load(school.app, done.id).mistakes == tuple(word.id for word in first.words)


def test_a_word_missed_twice_is_one_card_with_the_newer_sentence(school: School) -> None:
    add_mistakes(school.app, school.trainee, all_wrong(school).id)
    other = an_item("i-other", stem="{点滴}は いたくないです。", options=(Option("てんてき"),) * 3)
    again = sitting.begin_paper(
        school.app, school.trainee, a_blueprint(), a_mock(Testlet((other,)))
    )
    sitting.finish(school.app, again.id)

    (word,) = add_mistakes(school.app, school.trainee, again.id).words

    with school.app.database.read() as view:
        kept = [w for w in view.words.of_deck(own_deck(school.trainee)) if w.word == "点滴"]
    assert [each.id for each in kept] == [word.id]
    assert plain(kept[0].example) == "点滴は いたくないです。"
    assert len(kept[0].tags) == 2


def test_after_its_answer_a_word_is_no_longer_asked_first(school: School) -> None:
    added = add_mistakes(school.app, school.trainee, all_wrong(school).id)
    school.clock.tick(60)
    asked = study.begin(school.app, school.trainee)
    assert isinstance(asked, Asking)
    study.answer(school.app, school.trainee, asked.question.id, right_answer(asked.question))

    with school.app.database.read() as view:
        plan = queue.plan_of(school.app, view, school.trainee)

    assert len([card for card in plan.due if card in _cards(added.words)]) == len(added.words) - 1


def test_a_word_said_to_be_known_is_not_asked_again(school: School) -> None:
    taught = next(each for each in school.words if each.word == "点滴")
    study.know(school.app, school.trainee, taught.id)
    add_mistakes(school.app, school.trainee, all_wrong(school).id)

    with school.app.database.read() as view:
        plan = queue.plan_of(school.app, view, school.trainee)

    assert card_id(taught.id, Aspect.MEANING) not in plan.due


def test_what_was_never_looked_at_is_no_mistake(school: School) -> None:
    begun = sitting.begin_paper(school.app, school.trainee, a_blueprint(), a_paper())
    sitting.answer(school.app, begun.id, "s1", 1, ms=500)  # the key is 2
    sitting.move(school.app, begun.id, "s2", ms=900)
    over = sitting.finish(school.app, begun.id, FinishedBy.ABANDONED)
    handed_in = sitting.finish(
        school.app,
        sitting.begin_paper(school.app, school.trainee, a_blueprint(), a_paper()).id,
    )

    assert [item.id for _, item in missed(over)] == ["s1", "s2"]
    assert len(missed(handed_in)) == 8


def test_mistakes_of_a_running_sitting_are_refused(school: School) -> None:
    begun = sitting.begin_paper(school.app, school.trainee, a_blueprint(), a_paper())

    with pytest.raises(NotAllowedError):
        add_mistakes(school.app, school.trainee, begun.id)


def test_without_a_mistake_nothing_is_made(school: School) -> None:
    paper = a_mock(Testlet((TAUGHT,)))
    begun = sitting.begin_paper(school.app, school.trainee, a_blueprint(), paper)
    sitting.answer(school.app, begun.id, TAUGHT.id, 1)
    done = sitting.finish(school.app, begun.id)

    assert add_mistakes(school.app, school.trainee, done.id).words == ()
    with school.app.database.read() as view:
        assert view.decks.get(own_deck(school.trainee)) is None


def test_nobody_sees_the_mistakes_of_others(school: School) -> None:
    add_mistakes(school.app, school.trainee, all_wrong(school).id)
    other = people.add(school.app, "Bilal", Preferences())

    mine = {choice.deck.id for choice in deck_choices.choices(school.app, school.trainee)}
    theirs = {choice.deck.id for choice in deck_choices.choices(school.app, other.id)}

    assert mine - theirs == {own_deck(school.trainee)}
    profiles.erase(school.app, school.trainee)
    with school.app.database.read() as view:
        assert view.words.search("切手") == ()


def test_a_whole_day_of_mistakes_does_not_fill_more_than_a_day(tmp_path: Path) -> None:
    school = a_school(tmp_path / "small", preferences=Preferences(minutes=5))
    items = [an_item(f"i{n}", stem=f"{{第{n}}}です。") for n in range(60)]
    paper = a_mock(*(Testlet((item,)) for item in items))
    begun = sitting.begin_paper(school.app, school.trainee, a_blueprint(), paper)
    done = sitting.finish(school.app, begun.id)

    added = add_mistakes(school.app, school.trainee, done.id)

    with school.app.database.read() as view:
        plan = queue.plan_of(school.app, view, school.trainee)
    school.app.database.close()
    assert len(added.words) == 60
    assert plan.due_limit <= 30
    assert plan.waiting == 60


def _cards(words: tuple[Word, ...]) -> set[str]:
    return {card_id(word.learnt_as, Aspect.MEANING) for word in words}

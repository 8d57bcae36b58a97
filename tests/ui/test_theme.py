from dataclasses import asdict

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from jp_trainer.ui.theme import Look, look_of
from jp_trainer.ui.tokens import CONTRAST, DARK, LIGHT, TEXT_SIZES, TYPE, Theme, Tokens

THEMES = pytest.mark.parametrize(
    "tokens", [LIGHT, DARK, CONTRAST], ids=["light", "dark", "contrast"]
)
STATES = ("ai", "wakatake", "yamabuki", "shu")


def luminance(color: QColor) -> float:
    """Relative luminance. Source: WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance."""
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (color.redF(), color.greenF(), color.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@THEMES
@pytest.mark.parametrize("ground", ["paper", "raised", "sunken"])
@pytest.mark.parametrize("text", ["ink", "muted", *STATES])
def test_text_can_be_read_on_every_ground(tokens: Tokens, text: str, ground: str) -> None:
    look = Look(tokens)

    assert contrast(look.color(text), look.color(ground)) >= 4.5


@THEMES
@pytest.mark.parametrize("ground", ["paper", "raised", "sunken"])
def test_japanese_and_its_readings_stand_out(tokens: Tokens, ground: str) -> None:
    look = Look(tokens)

    assert contrast(look.color("ink"), look.color(ground)) >= 7
    assert contrast(look.soft("ink", 0.8, ground), look.color(ground)) >= 7


@THEMES
@pytest.mark.parametrize("tone", STATES)
def test_japanese_on_the_tint_of_a_state_stands_out(tokens: Tokens, tone: str) -> None:
    look = Look(tokens)

    assert contrast(look.color("ink"), look.soft(tone, 0.14)) >= 7


@THEMES
def test_words_on_the_primary_button_and_the_message_bar_can_be_read(tokens: Tokens) -> None:
    look = Look(tokens)

    assert contrast(look.color("on_ai"), look.color("ai")) >= 4.5
    assert contrast(look.color("on_ai"), look.soft("ink", 0.12, "ai")) >= 4.5
    assert contrast(look.color("paper"), look.soft("ink", 0.92)) >= 4.5
    assert contrast(look.color("ai"), look.soft("ai", 0.12)) >= 4.5


@THEMES
@pytest.mark.parametrize("ground", ["paper", "raised"])
def test_the_outline_of_what_can_be_pressed_is_seen(tokens: Tokens, ground: str) -> None:
    look = Look(tokens)

    assert contrast(look.color("edge"), look.color(ground)) >= 3
    assert contrast(look.color("ai"), look.color(ground)) >= 3


def test_high_contrast_text_is_above_seven_everywhere() -> None:
    look = Look(CONTRAST)

    for text in ("ink", "muted", *STATES):
        assert contrast(look.color(text), look.color("raised")) >= 7, text


@THEMES
def test_every_token_is_a_colour(tokens: Tokens) -> None:
    assert all(QColor(value).isValid() for value in asdict(tokens).values())


def test_type_comes_in_six_sizes_and_three_weights() -> None:
    assert {kind.px for kind in TYPE.values()} <= {13, 15, 18, 22, 28, 40}
    assert {kind.weight for kind in TYPE.values()} <= {400, 500, 600}


@pytest.mark.parametrize("scale", TEXT_SIZES)
def test_the_text_size_scales_all_text_and_what_holds_it(
    dressed: QApplication,  # noqa: ARG001 - fonts need an application
    scale: float,
) -> None:
    look = look_of(Theme.LIGHT, scale=scale)

    assert look.ui(15).pixelSize() == round(15 * scale)
    assert look.ja(26).pixelSize() == round(26 * scale)
    assert look.size(40) == round(40 * scale)


def test_urdu_starts_at_the_right_in_naskh_level_with_latin(
    dressed: QApplication,  # noqa: ARG001 - fonts need an application
) -> None:
    look = look_of(Theme.LIGHT, "ur")

    assert look.rtl
    assert look.ui(15).pixelSize() == round(15 * 1.15)
    assert "Noto Naskh Arabic" in look.ui().families()

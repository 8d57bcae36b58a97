"""Find a verb or an adjective again in a sentence, whatever form it has there.

By the regular endings alone, without a dictionary: enough where it is known that the word is there.
"""

import re
from functools import lru_cache

from jp_trainer.core.words import PartOfSpeech

# Ending of the dictionary form: the other endings before auxiliaries, sound changes included.
_GODAN = {
    "う": "わいえおっ",
    "く": "かきけこいっ",
    "ぐ": "がぎげごい",
    "す": "さしせそ",
    "つ": "たちてとっ",
    "ぬ": "なにねのん",
    "ぶ": "ばびべぼん",
    "む": "まみめもん",
    "る": "らりれろっい",
}
# What may follow a verb stem and belongs to the word; てください and ている stay in the sentence.
_AUXILIARIES = (
    "ませんでした ません ましょう ました まして ます なければ なかった なくて なさい ない なく "
    "られる られ させる させ れる れば れ せる せ ろ たければ たかった たくて たい たく ながら "
    "そう やすい にくい すぎる すぎ よう たら たり ちゃ じゃ て た ば う ず"
)
# で and だ belong to the word after ん and い alone (飲んで, 泳いだ, ないで), and never begin です.
_VOICED = "(?<=[んい])(?:で(?!す(?!ぐ)|した|しょう)|だら|だり|だ(?!ろう|った))"
_TAIL = f"(?:{'|'.join(_AUXILIARIES.split())}|{_VOICED})"
_I_ADJECTIVE = "(?:い|くて|くなかった|くない|く|かったら|かった|ければ|すぎる|すぎ|そう|さ)"
_SURU = f"(?:する|すれば|しろ|せず|(?:し|さ){_TAIL}*)"
_KURU = f"(?:来|く|き|こ)(?:る|れば|い|{_TAIL}+)"


@lru_cache(maxsize=4096)
def forms_of(word: str, pos: PartOfSpeech) -> re.Pattern[str]:
    """A pattern of the word in any of its forms; itself alone if it is not inflected."""
    uninflected, endings = _inflected(word, pos)
    return re.compile(re.escape(uninflected) + endings)


def _inflected(word: str, pos: PartOfSpeech) -> tuple[str, str]:
    """What stays of the word, and a pattern of what follows it."""
    stem, ending = word[:-1], word[-1:]
    found = word, ""
    match pos:
        case PartOfSpeech.VERB_U if ending in _GODAN:
            found = stem, f"(?:[{_GODAN[ending]}]{_TAIL}*|{ending})"
        case PartOfSpeech.VERB_RU if ending == "る":
            found = stem, f"(?:る|{_TAIL}+)"
        case PartOfSpeech.VERB_IRREGULAR if word.endswith("する"):
            found = word[:-2], _SURU
        case PartOfSpeech.VERB_IRREGULAR if word.endswith(("来る", "くる")):
            found = word[:-2], _KURU
        case PartOfSpeech.I_ADJECTIVE if word.endswith("いい"):
            found = word[:-2], f"(?:いい|よ{_I_ADJECTIVE})"
        case PartOfSpeech.I_ADJECTIVE if ending == "い":
            found = stem, _I_ADJECTIVE
        case _:
            pass
    return found

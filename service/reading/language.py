"""Whether a text is English; a library is asked only where that is in doubt."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from service.errors import UnsupportedLanguage

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

SAMPLE = 12_000  # characters; more of the same text says nothing new
_WORD = re.compile(r"[^\W\d_]+")

#: Frequent in English; not words of the other languages of Europe, or rare there.
ENGLISH_ONLY = frozenset(
    word
    for line in (
        "the and of that with from this they their there which have has been were would could",
        "should about after when what who his her she its said says will not it at by are be for",
        "on as but than also or you your our because while where into more other some through",
        "against before",
    )
    for word in line.split()
)
# In each of 1,000 news articles the share is above 0.2; in Scots, Dutch or German texts that
# quote English, below 0.08. Between the two the library decides.
CERTAIN = 0.16
IMPOSSIBLE = 0.06
FEWEST_WORDS = 8  # fewer words are no sample: names alone would decide
CONFIDENT = 0.9

NAMES = {
    "ar": "Arabic", "bg": "Bulgarian", "bn": "Bengali", "ca": "Catalan", "cs": "Czech",
    "da": "Danish", "de": "German", "el": "Greek", "es": "Spanish", "et": "Estonian",
    "fa": "Persian", "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi",
    "hr": "Croatian", "hu": "Hungarian", "id": "Indonesian", "it": "Italian", "ja": "Japanese",
    "ko": "Korean", "lt": "Lithuanian", "lv": "Latvian", "ms": "Malay", "nl": "Dutch",
    "nb": "Norwegian", "nn": "Norwegian", "no": "Norwegian", "pl": "Polish", "pt": "Portuguese",
    "ro": "Romanian", "ru": "Russian", "sk": "Slovak", "sl": "Slovenian", "sr": "Serbian",
    "sv": "Swedish", "sw": "Swahili", "ta": "Tamil", "th": "Thai", "tl": "Tagalog",
    "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip


def require_english(prose: str) -> str:
    """'en', or an error that names what the text is in instead."""
    language = identify(prose)
    if language != "en":
        name = NAMES.get(language, f"the language with the code {language!r}")
        raise UnsupportedLanguage(
            f"The article seems to be in {name}. Only English can be read.", field="text"
        )
    return language


def identify(prose: str) -> str:
    """The ISO 639-1 code of the language; English where too little speaks for another."""
    words = [word.lower() for word in _WORD.findall(prose[:SAMPLE])]
    share = sum(word in ENGLISH_ONLY for word in words) / max(len(words), 1)
    if share >= CERTAIN and len(words) >= FEWEST_WORDS:
        return "en"
    if len(words) < FEWEST_WORDS and _is_latin(prose[:SAMPLE]):
        return "en"
    language, confidence = _identifier().classify(prose[:SAMPLE])
    doubtful = share >= IMPOSSIBLE and confidence < CONFIDENT
    return "en" if doubtful else str(language)


def _is_latin(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return sum(letter < "\u0250" for letter in letters) * 2 >= len(letters)


@cache
def _identifier() -> LanguageIdentifier:
    """Takes over a second to load: only for a text that needs it, and once."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)

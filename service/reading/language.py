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
# In 990 of 1,000 news articles the share is above 0.2, in none below 0.1; in Dutch and German texts
# that quote English, below 0.08. Below `CERTAIN` the library decides.
CERTAIN = 0.16
SUSPICIOUS = 0.06
FEWEST_WORDS = 8  # fewer words are no sample: names alone would decide
# How sure the library must be before a text is refused: alone it takes 155 of 6,300 English news
# sentences for something else (names, results of matches); none of them so, but Pidgin.
CONFIDENT = 0.5
CONFIDENT_DESPITE_ENGLISH = 0.9
#: Labels that mean no other language: Nigerian Pidgin (news from Lagos), no language at all.
AS_ENGLISH = frozenset({"en", "pcm", "zxx"})

NAMES = {
    "af": "Afrikaans", "am": "Amharic", "ar": "Arabic", "az": "Azerbaijani", "be": "Belarusian",
    "bg": "Bulgarian", "bn": "Bengali", "bs": "Bosnian", "ca": "Catalan", "cs": "Czech",
    "cy": "Welsh", "da": "Danish", "de": "German", "el": "Greek", "eo": "Esperanto",
    "es": "Spanish", "et": "Estonian", "eu": "Basque", "fa": "Persian", "fi": "Finnish",
    "fr": "French", "ga": "Irish", "gl": "Galician", "gu": "Gujarati", "ha": "Hausa",
    "he": "Hebrew", "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian", "hy": "Armenian",
    "id": "Indonesian", "ig": "Igbo", "is": "Icelandic", "it": "Italian", "ja": "Japanese",
    "ka": "Georgian", "kk": "Kazakh", "km": "Khmer", "kn": "Kannada", "ko": "Korean",
    "la": "Latin", "lo": "Lao", "lt": "Lithuanian", "lv": "Latvian", "mk": "Macedonian",
    "ml": "Malayalam", "mn": "Mongolian", "mr": "Marathi", "ms": "Malay", "my": "Burmese",
    "ne": "Nepali", "nl": "Dutch", "nn": "Norwegian", "no": "Norwegian", "pa": "Punjabi",
    "pl": "Polish", "ps": "Pashto", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian",
    "si": "Sinhala", "sk": "Slovak", "sl": "Slovenian", "so": "Somali", "sq": "Albanian",
    "sr": "Serbian", "sv": "Swedish", "sw": "Swahili", "ta": "Tamil", "te": "Telugu",
    "th": "Thai", "tl": "Tagalog", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu",
    "uz": "Uzbek", "vi": "Vietnamese", "xh": "Xhosa", "yo": "Yoruba", "yue": "Cantonese",
    "zh": "Chinese", "zu": "Zulu",
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
    needed = CONFIDENT if share < SUSPICIOUS else CONFIDENT_DESPITE_ENGLISH
    return "en" if language in AS_ENGLISH or confidence < needed else str(language)


def _is_latin(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return sum(letter < "\u0250" for letter in letters) * 2 >= len(letters)


@cache
def _identifier() -> LanguageIdentifier:
    """Takes over a second to load: only for a text that needs it, and once."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)

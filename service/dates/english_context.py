"""English words beside a time expression that tell what it is, or that it is none."""

from __future__ import annotations

from service.dates.tense import TenseWords

# Words beside which four figures are a number and no year.
_NUMBERED = (
    "route flight highway interstate room page chapter section article resolution no number model "
    "windows office boeing airbus channel p russell ftse nikkei formula bus train unit lot gate"
)
NUMBERED_THINGS = frozenset(_NUMBERED.split())
_COUNTED = (
    "people persons men women children troops soldiers police officers workers employees members "
    "students residents voters jobs homes houses miles kilometers kilometres km feet foot meters "
    "metres yards acres tons tonnes pounds dollars euros rubles yuan yen points percent copies "
    "pieces shares barrels calories watts volts euro pages words items deaths cases dead injured "
    "patients families prisoners refugees migrants migrants passengers fans spectators protesters "
    "demonstrators fighters votes seats units sq square cubic mph kph degrees gallons liters litres"
)
COUNTED_THINGS = frozenset(_COUNTED.split())

_VERB_WORDS = "will would to not t may might can could should must ll"
BEFORE_VERB = frozenset(_VERB_WORDS.split())
NAMES = frozenset(("Sun", "Sat", "Mon", "Wed", "Mar", "Jan"))
SEASONS = frozenset(("spring", "fall", "summer", "winter", "autumn"))
_SEASON_WORDS = "in this since until by every each during last next"
BEFORE_SEASON = frozenset(_SEASON_WORDS.split())
# May and March are also a verb and a surname: alone they are months after these words only.
_MONTH_WORDS = (
    "in since until till by through from to and or of during before after between this last next "
    "early late mid for on - – the into per every each around about"
)
BEFORE_MONTH = frozenset(_MONTH_WORDS.split())
_DAY_WORDS = "on by until till before after since from to around"
AFTER_ANAPHOR = frozenset(("in", "at", "on", "and", "but", "by", "to", "for", "with", "from"))
# "for weeks" is a length of time; "work hours" and "the Clinton years" are no expression of it.
BARE_UNITS = frozenset(("days", "weeks", "months", "years", "decades", "centuries", "hours"))
_UNIT_WORDS = "for the in after over within through during took take takes spent spend lasted by"
BEFORE_BARE_UNIT = frozenset(_UNIT_WORDS.split())
_COUNTERS = "two three four five six seven eight nine ten dozen few several couple many"
COUNTERS = frozenset(_COUNTERS.split())
WHOSE_AGE = frozenset(("his", "her", "their", "my", "our", "your"))
_AFTER_WEEKDAY = "school times telegraph mirror mail express post herald club"
AFTER_WEEKDAY_NAME = frozenset(_AFTER_WEEKDAY.split())
_EVENT_WORDS = "before after when that he she they it we i"
AFTER_EVENT_DAY = frozenset(_EVENT_WORDS.split())
AFTER_SOON = frozenset(("as", "after", "before"))
BEFORE_HOUR = frozenset(
    ("at", "by", "until", "till", "before", "after", "from", "to", "around", "@")
)
LOWER_MONTHS = frozenset(("may", "march", "mar"))
BEFORE_LOWER_MONTH = frozenset(("in", "since", "until"))
DOUBTFUL_MONTHS = frozenset(("May", "March"))
BEFORE_DAY = frozenset(_DAY_WORDS.split())
_PLURALS = "quarters seconds minutes nights weekends secs mins hrs"
BARE_PLURALS = frozenset(_PLURALS.split())

_AHEAD = (
    "will shall ll would could upcoming forthcoming expects expected scheduled planned plans going "
    "resume payable effective hope hopes plan aim aims intend intends"
)
_BEHIND = (
    "was were had did said told came went saw took made got gave found thought left felt "
    "kept held brought began met ran paid sat spoke led grew lost fell sent built spent won "
    "taught caught drew rose broke wrote has have been became knew chose flew shot struck sold"
)
_NOT_BEHIND = "need needed united red indeed speed feed bed used limited"
TENSE = TenseWords(
    ahead=frozenset(_AHEAD.split()),
    behind=frozenset(_BEHIND.split()),
    behind_endings=("ed",),
    not_behind=frozenset(_NOT_BEHIND.split()),
)

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
# Months that are given names too: before a capital letter they need a preposition.
GIVEN_NAMES = frozenset(("April", "June", "August", "January"))
# "the second half" is a match's, unless money is made in it.
_AFTER_HALF = "profit profits results earnings net revenue revenues sales loss losses report year"
AFTER_HALF = frozenset(_AFTER_HALF.split())
_DEGREES = "celsius fahrenheit centigrade degrees temperature temperatures highs lows"
DEGREES = frozenset(_DEGREES.split())
_PAPERS = "party newspaper paper tabloid broadsheet business sports leading"
BEFORE_PAPER = frozenset(_PAPERS.split())
_SUNDAYS = "sun mail independent scotland wales"
ON_SUNDAY = frozenset(_SUNDAYS.split())
BEFORE_YEAR = frozenset(("in", "since", "until", "before", "after", "by", "from"))
PARTS_OF_WHOLE = frozenset(("two quarters", "three quarters", "three-quarters"))
BESIDE_UNIT = frozenset(("after", "before", "later", "earlier", "ahead"))
_ATTACKED = "attacks attack terrorist terror terrorists hijackings hijackers commission bombings"
ATTACKED = frozenset(_ATTACKED.split())
# What is counted by the year: "$2 million a year", "20 flights a week".
_COUNTED_BY = "million billion trillion thousand hundred percent cents dollars pounds euros people"
COUNTED_BY = frozenset(_COUNTED_BY.split())
DURING_DECADE = frozenset(("over", "for", "during", "throughout", "in", "within", "of"))
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
_HOURS = "one two three four five six seven eight nine ten eleven twelve"
HOUR_WORDS = frozenset(_HOURS.split())
DAY_STARTS = ("this", "that", "next", "last", "tomorrow", "yesterday", "the")
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
    "will shall ll would upcoming forthcoming expects expected scheduled slated planned plans "
    "planning going resume resumes payable effective hope plan aim aims intend intends "
    "opens begins starts convenes premieres expires kicks"
)
# "is to open Monday", "was due Friday", "set for Sunday", "postponed until Tuesday".
_AHEAD_PAIRS = (
    "is to|are to|was to|were to|be to|is due|are due|was due|were due|set to|set for|supposed to"
    "|postponed until|postponed to|adjourned until|delayed until|extended until|remanded until"
    "|have until|has until|had until|ahead of|takes effect|take effect|go on|goes on|comes into"
)
# "The game is Saturday", "the election is in November": a present tense beside it looks ahead.
BESIDE_AHEAD = frozenset(("is", "are", "be"))
_BETWEEN = "on in at for until"
PREPOSITIONS = frozenset(_BETWEEN.split())
# "by Friday" is a deadline, where nothing looks back.
DEADLINE = frozenset(("by", "until"))
_DETERMINERS = "a an the its his her their our my this that these those no any some most still"
_BEHIND = (
    "was were had did said told came went saw took made got gave found thought left felt "
    "kept held brought began met ran paid sat spoke led grew lost fell sent built spent won "
    "taught caught drew rose broke wrote has have been became knew chose flew shot struck sold"
)
_NOT_BEHIND = "need needed united red indeed speed feed bed used limited"
TENSE = TenseWords(
    ahead=frozenset(_AHEAD.split()),
    ahead_pairs=frozenset((one, two) for one, two in map(str.split, _AHEAD_PAIRS.split("|"))),
    behind=frozenset(_BEHIND.split()),
    behind_endings=("ed",),
    not_behind=frozenset(_NOT_BEHIND.split()),
    determiners=frozenset(_DETERMINERS.split()),
)

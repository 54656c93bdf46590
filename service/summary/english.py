"""English words that say nothing of an article's theme, and openings that lean on what came before.

Data only; another language is another table.
"""

from __future__ import annotations

_FUNCTION_WORDS = """
about above according across after again against all almost along already also although always
among and another any anyone anything are around asked because become been before began behind
being below between both but came can cannot come could did does doing done down during each
either else even ever every everyone everything few first for from get gets getting give given
going gone got had has have having her here hers herself him himself his how however including
into its itself just last later less let like made make makes making many may maybe might more
most much must near need neither never new next nor not nothing now off often once one only onto
other others our ours out over own part per perhaps put quite rather really said same saw say
saying says see seem seems seen several shall she should since some someone something still such
take taken than that the their theirs them themselves then there these they thing things think
this those though three through thus too took toward towards two under until upon use used very
was way well went were what when where whether which while who whole whom whose why will with
within without would yes yet you your yours
"""
_PERSON = """
he she his her hers him himself herself
"""
_PRONOUNS = """
it they their theirs its them this that these those such there another both
"""
_CONNECTIVES = """
and but or so yet then still however meanwhile moreover therefore thus instead otherwise also
nevertheless nonetheless besides hence indeed consequently furthermore nor
"""
_LINKING_PHRASES = """
in other words, for example, for instance, as a result, in addition, by contrast, in contrast,
at the same time, on the other hand, in fact, of course, after all, even so, that said
"""
FUNCTION_WORDS = frozenset(_FUNCTION_WORDS.split())
OF_A_PERSON = frozenset(_PERSON.split())
PRONOUNS = frozenset(_PRONOUNS.split()) | OF_A_PERSON
CONNECTIVES = frozenset(_CONNECTIVES.split())
LINKING_PHRASES = tuple(tuple(phrase.split()) for phrase in _LINKING_PHRASES.split(","))

"""Signs of furniture: forms that no sentence of an article has, wherever they stand.

Each form is a table of alternatives, matched against a whole block. In the tables `{name}` is a
person's name, `{role}` a job at a newspaper.
"""

from __future__ import annotations

import re

_PARTS = {
    "{name}": r"(?:(?:[A-Z][\w.'’-]*|de|van|von|der|bin|al|el|la)\s?){1,5}",
    "{role}": (
        r"(?i:reporter|correspondent|editor|writer|columnist|contributor|producer|analyst|staff|"
        r"journalist|photographer|critic|bureau|chief|press|news|reuters|cnn|bbc|special to)"
    ),
    "{agency}": r"(?i:getty|reuters|afp|ap|epa|shutterstock|istock|alamy|pool|file|handout)",
}


def _form(*alternatives: str, fold_case: bool = True) -> re.Pattern[str]:
    pattern = "|".join(alternatives)
    for name, part in _PARTS.items():
        pattern = pattern.replace(name, part)
    return re.compile(rf"\W*(?:{pattern})\W*$", re.IGNORECASE if fold_case else 0)


SIGNS: dict[str, re.Pattern[str]] = {
    "no words": _form(r"(?!.*\d.*[?!])[\W\d_]*"),
    "address": _form(r"(?:https?://|www\.)\S+", r"\S+@\S+\.\w+", r"\w+(?<=@\w)\w*"),
    "byline": _form(
        r"(?:(?:Written |Reported |Story |Words |Report )?(?:[Bb]y|BY)|Author:)\s{name}"
        r"(?:(?:,|\band\b|&|\|)\s?{name}){0,4}"
        r"(?:\s?[,|/•·–—-]\s?.{0,60}(?:\b{role}\b|\d).{0,40})?",
        r"(?!.*[.!?]\W*$){name}[,|]\s?(?:\w+\s){0,4}{role}(?:\s\w+){0,3}",
        fold_case=False,
    ),
    "credit": _form(
        r"(?:file |stock |handout )?(?:photo(?:graph)?s?|image|picture|illustration|graphic|video|"
        r"caption|photo credit|image credit|image source|image caption|source|credits?)\s?(?::|©|"
        r"by\s|credit|copyright|caption|source|courtesy|gallery).*",
        r".*[(\[](?:file |handout )?(?:photo|image|picture|ap photo|credit|{agency})\b[^()]*[)\]]",
        r".{0,80}/\s?{agency}\b.{0,40}",
        r"(?:getty images|ap photo|reuters|afp|shutterstock|istock|alamy)\b[^.]{0,40}",
    ),
    "reported by": _form(
        r"(?:Additional |Further )?(?:Reporting|Writing|Editing|Compiled|Edited|Produced|"
        r"Translated)"
        r"\s(?:and (?:writing|editing|Writing|Editing)\s)?(?:by|from)\s[A-Z].*",
        r".*\bcontributed (?:to (?:this|the) (?:report|story|article|piece|coverage)|"
        r"reporting)\b.{0,40}",
        r"With (?:reporting|files) (?:by|from) [A-Z].*",
        fold_case=False,
    ),
    "copyright": _form(
        r"(?:copyright\b\s?)?(?:©|\(c\)).*",
        r"copyright\b\s?(?:\(c\)|\d{4}|by\b|.{0,30}\d{4}).*",
        r".*\ball rights reserved\b.*",
        r"©.*",
    ),
    "pointer": _form(
        r"(?:read|see|watch|listen|learn|find out|hear)\s(?:more|also|next|now|on)",
        r"(?:read|see|watch|listen|hear|more|related(?: \w+)?|recommended|(?:see|read) (?:also|"
        r"more)|"
        r"also read|tags?|topics?|filed under|trending|live|must[ -]read|in pictures|explainer)"
        r"\s?[:|»>].{1,200}",
        r"(?:also|must) (?:read|watch|on)",
        r"related(?: \w+)?",
        r"more (?:on|from|in|about)\b.{0,40}",
        r"recommended(?: \w+){0,2}",
        r"(?:most|more) (?:read|popular|viewed|shared|recent|stories|news)",
        r"(?:trending|popular)(?: \w+)?",
        r"you (?:may|might) (?:also )?(?:like|be interested in)",
        r"don['’]t miss|up next|what to read next|read next",
        r"editors?['’]?s? (?:picks?|choice)",
        r"(?:latest|top|live|breaking|other|all) (?:news|stories|headlines|updates?|coverage|"
        r"videos?)",
        r"in this (?:story|article)|key (?:points|facts|takeaways)|at a glance|on this page",
        r"(?:next|previous)(?: article| story| post)?",
        r"topics?|tags?|filed under|categor(?:y|ies)|sections?|keywords?|sources?|exclusive",
        r"(?:share this|continue reading|read more|skip to|click (?:here|to)|tap (?:here|"
        r"to))\b.{0,80}",
        r"(?:read|view) (?:the )?(?:full|whole|original) (?:story|article|post|version).{0,40}",
        r"back to (?:top|home|article).{0,20}",
    ),
    "comments": _form(
        r"\d[\d,.]*k?\s(?:comments?|shares?|views?|likes?|retweets?|replies|reads?)\b.{0,40}",
        r"(?:comments?|shares?|views?)\s?[(\[:]?\s?\d[\d,.]*k?",
        r"(?:leave|post|add|view|show|load|read) (?:a |all |your |more )?(?:comments?|"
        r"reply).{0,30}",
        r"be the first to comment.{0,20}",
        r"join the (?:conversation|discussion|debate).{0,30}",
        r"comments (?:are closed|section|policy)",
    ),
    "advertisement": _form(
        r"advert(?:isement|ising|orial)?s?|ad|promotion|partner content",
        r"(?:sponsored|promoted|paid)(?: content| post| by.{0,40}| partner content)?",
        r"(?:story|article|content) continues (?:below|after).{0,30}",
        r"(?:scroll (?:down )?to continue|continues after (?:ad|promotion)).{0,30}",
    ),
}

#: Sentences that end an article without belonging to it; taken off its last paragraph.
CLOSING_SENTENCE = re.compile(
    "|".join(
        (
            r"[^!?]{0,300}\bcontributed (?:to (?:this|the) (?:report|story|article|piece)|"
            r"reporting)\b",
            r"\W*(?:additional )?(?:reporting|editing|writing) by\b",
            r"\W*(?:watch|catch|tune in)\b[^!?]{0,120}\b(?:a\.?m\b|p\.?m\b|ET\b|weeknights|"
            r"weekdays)",
            r"[^!?]{0,160}\bclick here\b",
            r"(?:the )?(?:views|opinions) expressed (?:in|here|by)\b",
            r"(?:please )?follow (?:us|@|\w+ on|\w+ \w+ on)\b",
            r"\W*(?:copyright\b|©)",
            r"[^!?]{0,120}\ball rights reserved\b",
            r"(?:read|see) more (?:at|on|from|about)\b|more from [A-Z]",
            r"for (?:the latest|more) (?:from|on|news|stories)\b",
        )
    ),
    re.IGNORECASE,
)

#: A line after which no article follows, where most of the prose stands before it. Lists of other
#: stories are not among them: they stand in the middle of articles as well.
END_MARKER = _form(
    r"(?:\d+\s)?comments?(?:\s?[(\[]\d+)?",
    r"leave a (?:comment|reply)|join the (?:conversation|discussion)",
    r"about the authors?|elsewhere on .{2,30}|from around the web",
    r"references|bibliography|footnotes|external links|see also|further reading",
)

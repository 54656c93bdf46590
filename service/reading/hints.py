"""Phrases that make a block doubtful: an article may use them, so they weigh and do not decide."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass

_SITES = r"(?:twitter|facebook|x|instagram|linkedin|youtube|telegram|threads|whatsapp|google)"
_SOME = r"(?:\w+ ){0,3}"


@dataclass(frozen=True, slots=True)
class Hint:
    """Phrases of one kind; they are only looked for where one of the `triggers` stands."""

    weight: float  # in the unit of `service.reading.traits.WEIGHTS`
    triggers: frozenset[str]
    phrases: re.Pattern[str]

    def found_in(self, text: str, words: Set[str]) -> bool:
        return not self.triggers.isdisjoint(words) and bool(self.phrases.search(text))


def _hint(weight: float, triggers: str, *phrases: str) -> Hint:
    return Hint(weight, frozenset(triggers.split()), re.compile("|".join(phrases), re.IGNORECASE))


HINTS: tuple[Hint, ...] = (
    _hint(
        3.0,  # calls to join
        "join sign sign-in log subscribe register newsletter newsletters mailing "
        "subscription inbox "
        "door subscriber subscribed account member thanks thank app unsubscribe email "
        "e-mail message "
        "journalism journalists supporter donate reading articles",
        r"\bjoin (?:now|today|free|here|our|the (?:mailing|conversation|community|newsletter))\b",
        r"\b(?:sign up|sign[- ]in|log in|subscribe|register)\b.{0,60}\b(?:now|today|here|free|news"
        r"letter|mailing list|e-?mails?|alerts?|inbox|account|membership|unlimited)\b",
        r"\b(?:newsletters?|mailing list|subscription)\b.{0,60}\b(?:sign up|subscribe|inbox|e-?mail"
        r"|join|free|offer|cancel)\b",
        r"\bdelivered (?:straight |directly |right )?to your (?:inbox|door)\b",
        r"\balready (?:a |have an? )?(?:subscriber|subscription|subscribed|account|member)\b",
        r"\bthank(?:s| you) for (?:signing|subscribing|reading|using|visiting|your support)\b",
        r"\bget (?:the |our |all )?(?:latest|best|top|breaking|day)\b.{0,60}\b(?:inbox|app"
        r"|email)\b",
        rf"\b(?:download|get) (?:the|our) {_SOME}app\b|\bunsubscribe\b",
        r"\b(?:receiving|received) this (?:e-?mail|message)\b|\bemail forwarded to you\b",
        r"\b(?:support (?:our|independent|quality)|become a|help us) (?:\w+ )?(?:journalism|"
        r"member|subscriber|supporter|journalists)\b",
        r"\b(?:donate|subscribe) (?:now|today|to (?:our|the|keep))\b",
        r"\bsave (?:articles|stories) to read later\b|\bto (?:continue|keep) reading\b",
        r"\bfree articles? (?:left|remaining|this month)\b",
    ),
    _hint(
        3.0,  # cookies, rights, technical notices
        "cookies cookie privacy terms agree accept consent rights reprinted reproduced republished "
        "rewritten broadcast javascript blocker adblocker site website form browser external "
        "recaptcha played playing play copied",
        r"\b(?:we|site|website|page|partners)\b.{0,60}\buses? cookies\b",
        r"\bcookie (?:policy|settings|preferences|notice)\b",
        r"\b(?:accept|reject|manage) (?:all )?cookies\b",
        r"\bprivacy (?:policy|notice|settings)\b",
        r"\bterms (?:of (?:use|service)|and conditions)\b.{0,80}\b(?:agree|accept|apply|policy)\b",
        r"\bby (?:continuing|clicking|signing|using|submitting)\b.{0,80}\b(?:agree|accept"
        r"|consent)\b",
        r"\ball rights reserved\b|\breprinted with permission\b",
        r"\bmay not be (?:published|reproduced|republished|reprinted|copied|broadcast)\b",
        r"\b(?:enable|turn on|activate) javascript\b|\bjavascript (?:is|must)\b|\bad ?blocker\b",
        r"\b(?:this|your) (?:site|website|form|browser) (?:is protected by|does(?: not"
        r"|n['’]t) sup)",
        r"\bnot responsible for the content of external\b|\brecaptcha\b",
        r"\bthis video (?:can ?not|can['’]t|could not) be played\b|\bplay(?:ing)? in \d",
    ),
    _hint(
        2.5,  # follow, share, write to us
        "follow like find join share click copy leave post thoughts contact email e-mail reach "
        "reached tip story experiences stories photos affected know",
        rf"\b(?:follow|like|find|join) (?:@?\w+ ){{1,4}}on {_SITES}\b",
        r"\bfollow (?:@\w+|(?:him|her|them|us|me) at @)",
        rf"\bshare (?:this|on|via|with)\b.{{0,30}}\b(?:{_SITES}|email|story|article|friends)\b",
        r"\bclick (?:here|on the link|the link|below)\b|\bcopy link\b",
        r"\b(?:leave|post|share) (?:a|your) (?:comment|thoughts|views)\b",
        r"\blet us know (?:in the comments|what you think|your)\b",
        r"\bcontact (?:the|this|our) (?:author|reporter|writer|newsroom|news team)\b",
        r"\b(?:e-?mail|write to|contact|reach|reached) (?:us|him|her|them|the author|the reporter|"
        r"the writer) (?:at|via|on|by)\b",
        r"\b(?:have|got|do you have) (?:got )?a (?:news )?(?:tip|story)\b",
        r"\b(?:share|send us|tell us) your (?:experiences?|stor(?:y|ies)|photos|comments|views)\b",
        r"\bhave you been affected\b|\w@\w+\.\w",
    ),
    _hint(
        2.5,  # things for sale
        "buy order pre-order shop off offer free available affiliate commission by",
        r"\b(?:buy|order|pre-order|shop) (?:now|it now|here|today|yours?)\b",
        r"\b\d+% off\b.{0,40}\b(?:today|now|code|deal|sale)\b|\b(?:limited[- ]time|special) "
        r"offer\b",
        r"\bfree (?:shipping|trial|delivery)\b|\bavailable now (?:on|from|at)\b",
        r"\baffiliate (?:links?|commission|partners?)\b",
        r"\bwe may (?:earn|receive) (?:an? )?(?:\w+ )?commission\b",
        r"\S - by (?-i:[A-Z]\w+ [A-Z]\w+$)",
    ),
    _hint(
        2.0,  # about the author, about the article
        "author reporter correspondent columnist writer journalist freelance freelancer "
        "contributor "
        "editor covers cover writes reports views opinions lives based contributed "
        "reporting editing "
        "originally updated corrected appeared published correction clarification disclaimer note "
        "produced first version",
        r"^about the author",
        r"^(?-i:(?:[A-Z]\S*\s){1,4})(?:is|was) (?:an?|the|our) (?:\S+\s){0,5}?(?:reporter|"
        r"correspondent|columnist|staff writer|journalist|freelancer?|contributor|contributing "
        r"(?:writer|editor)|senior (?:writer|editor)|news editor|author of|writer (?:for|at"
        r"|based))\b",
        r"\b(?:he|she|they) (?:covers?|writes? about|reports? on)\b.{0,160}\b(?:for|from|at|and|"
        r"previously|joined|based)\b",
        r"\b(?:views|opinions) expressed (?:in|here|by|are)\b",
        r"\b(?:lives|based) in\b.{0,60}\bwith (?:his|her|their) (?:wife|husband|family"
        r"|partner|dog)\b",
        r"\bcontributed to this (?:report|story|article|piece)\b",
        r"\b(?:additional )?reporting by (?-i:[A-Z])|\bediting by (?-i:[A-Z])|^\(reporting\b",
        r"\bthis (?:story|article|post|piece|report) (?:was (?:originally|first|produced|updated)|"
        r"originally|first|has been (?:updated|corrected)|appeared)\b",
        r"\boriginally (?:published|appeared)\b|\ba version of this (?:article|story) appear",
        r"^(?:correction|clarification|editor['’]s note|disclaimer|note to editors?)\b",
    ),
    _hint(
        1.5,  # pointers to other pages
        "read see watch listen related more also must-read recommended next previous live",
        r"^\W*(?:read|see|watch|listen|related|more|also|must[- ]read|recommended|next|previous|"
        r"live)\b(?: \w+){0,2}\s?[:|»>]",
        r"\bread (?:the )?(?:more|full (?:story|article))\b|[»›→]\s*$|^\W*[»›→]",
    ),
)

"""Phrases that make a block doubtful: an article may use them, so they weigh and do not decide."""

from __future__ import annotations

import re

_SITES = (
    r"(?:twitter|facebook|x|instagram|linkedin|youtube|telegram|bluesky|threads|whatsapp|google)"
)

_TABLE: tuple[tuple[float, tuple[str, ...]], ...] = (
    # calls to join
    (3.0, (
        r"\bjoin (?:now|today|free|here|our|the (?:mailing|conversation|community|newsletter))\b",
            r"\b(?:sign up|sign[- ]in|log in|subscribe|register)\b.{0,60}\b(?:now|today|here|"
        r"free|"
        r"newsletter|mailing list|e-?mails?|alerts?|inbox|account|membership|unlimited)\b",
        r"\b(?:newsletters?|mailing list|subscription)\b.{0,60}\b(?:sign up|subscribe|inbox|"
        r"e-?mail|"
        r"join|free|offer|cancel)\b",
        r"\bdelivered (?:straight |directly |right )?to your (?:inbox|door)\b",
        r"\balready (?:a |have an? )?(?:subscriber|subscription|subscribed|account|member)\b",
        r"\bthank(?:s| you) for (?:signing|subscribing|reading|using|visiting|your (?:support|"
        r"interest))\b",
        r"\bget (?:the |our |all )?(?:latest|best|top|breaking|day)\b.{0,60}\b(?:inbox|app|"
        r"newsletter|"
        r"alerts|email)\b",
        r"\b(?:download|get) (?:the|our) (?:\w+ ){0,3}app\b",
            r"\b(?:receiving|received|forwarded) (?:this|you|to you) (?:e-?mail|message)?\b|"
            r"\bunsubscribe\b",
        r"\b(?:support (?:our|independent|quality)|become a|help us) (?:\w+ )?(?:journalism|"
        r"member|"
        r"subscriber|supporter|journalists)\b",
        r"\b(?:donate|subscribe) (?:now|today|to (?:our|the|keep))\b",
        r"\bto (?:continue|keep) reading\b|\bfree articles? (?:left|remaining|this month)\b",
    )),
    # cookies, rights, technical notices
    (3.0, (
        r"\b(?:we|site|website|page|partners)\b.{0,60}\buses? cookies\b",
        r"\bcookie (?:policy|settings|preferences|notice)\b|\b(?:accept|reject|"
        r"manage) (?:all )?cookies\b",
        r"\bprivacy (?:policy|notice|settings)\b|\bterms (?:of (?:use|service)|"
        r"and conditions)\b.{0,80}"
        r"\b(?:agree|accept|apply|policy|privacy)\b",
        r"\bby (?:continuing|clicking|signing|using|submitting)\b.{0,80}\b(?:agree|accept|"
        r"consent)\b",
        r"\ball rights reserved\b|\breprinted with permission\b",
        r"\bmay not be (?:published|reproduced|republished|reprinted|copied)\b",
        r"\b(?:enable|turn on|activate) javascript\b|\bjavascript (?:is|must)\b|\bad ?blocker\b",
        r"\b(?:this|your) (?:site|website|form|browser) (?:is protected by|does(?: not|"
        r"n['’]t) support)\b",
        r"\bnot responsible for the content of external\b|\brecaptcha\b",
        r"\bthis video (?:can ?not|cannot|can['’]t|could not) be played\b|\bplay(?:ing)? in \d",
    )),
    # follow, share, write to us
    (2.5, (
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
            r"\b(?:share|send us|tell us) your (?:experiences?|stor(?:y|ies)|photos|comments|"
            r"views)\b",
            r"\bhave you been affected\b|\b\S+@\S+\.\w",
    )),
    # things for sale
    (2.5, (
        r"\b(?:buy|order|pre-order|shop) (?:now|it now|here|today|yours?)\b",
        r"\b\d+% off\b.{0,40}\b(?:today|now|code|deal|sale)\b|\b(?:limited[- ]time|"
        r"special) offer\b",
        r"\bfree (?:shipping|trial|delivery)\b|\bavailable now (?:on|from|at)\b",
        r"\baffiliate (?:links?|commission|partners?)\b|\bwe may (?:earn|receive) (?:a |"
        r"an )?\w* ?commission\b",
        r"\S - by (?-i:[A-Z]\w+ [A-Z]\w+$)",
    )),
    # about the author, about the article
    (2.0, (
        r"^about the author",
        r"^(?-i:(?:[A-Z]\S*\s){1,4})(?:is|was) (?:an?|the|our) (?:\S+\s){0,5}?(?:reporter|"
        r"correspondent|"
        r"columnist|staff writer|journalist|freelancer?|contributor|contributing (?:writer|"
        r"editor)|"
        r"senior (?:writer|editor)|news editor|author of|writer (?:for|at|based|who))\b",
        r"\b(?:he|she|they) (?:covers?|writes? about|reports? on)\b.{0,160}\b(?:for|from|at|"
        r"previously|"
        r"joined|based|and)\b",
        r"\b(?:views|opinions) expressed (?:in|here|by|are)\b",
        r"\b(?:lives|based) in\b.{0,60}\bwith (?:his|her|their) (?:wife|husband|family|partner|"
        r"dog|cat)\b",
        r"\bcontributed to this (?:report|story|article|piece)\b",
        r"\b(?:additional )?reporting by (?-i:[A-Z])|\bediting by (?-i:[A-Z])|^\(reporting\b",
        r"\bthis (?:story|article|post|piece|report) (?:was (?:originally|first|produced|updated)|"
        r"originally|first|has been (?:updated|corrected)|appeared)\b|"
        r"\boriginally (?:published|appeared)\b",
        r"^(?:correction|clarification|editor['’]s note|disclaimer|note to editors?)\b",
    )),
    # pointers to other pages
    (1.5, (
        r"^\W*(?:read|see|watch|listen|related|more|also|must[- ]read|recommended|next|"
        r"previous|live)\b"
        r"(?: \w+){0,2}\s?[:|»>]",
        r"\bread (?:the )?(?:more|full (?:story|article))\b|[»›→]\s*$|^\W*[»›→]",
    )),
)  # fmt: skip

HINTS = tuple((weight, re.compile("|".join(phrases), re.IGNORECASE)) for weight, phrases in _TABLE)

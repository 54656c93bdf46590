"""Inputs that somebody sends to see what happens, and what should.

name → (Content-Type, body, the statuses that are right). 200 means a brief whose every quote is
proved; nothing may need much time or memory, and nothing is a 500.
"""

from __future__ import annotations

import gzip
import json
import unicodedata

STORY = (
    "A ferry carrying 312 passengers ran aground off Port Anselm on Tuesday night, and the coast "
    "guard brought everyone ashore before dawn. Transport Minister Adam Brandt said on Wednesday "
    "that an inquiry would begin next week. The captain reported a failed rudder shortly before "
    "midnight, said Ruth Adler, the harbour master. Halvorsen Lines, which has run the route since "
    "2011, said it would help the passengers. Brandt promised a report by the end of April. "
)
TEXT, HTML, JSON, PDF = "text/plain", "text/html", "application/json", "application/pdf"
MILLION = 1_000_000
ANY = {200, 413, 422}  # a brief or a refusal, both are right

TEXTS = {
    "right-to-left marks in it": (STORY.replace(" ", " \u202e\u2066").encode(), ANY),
    "a right-to-left mark at its start": (("\u202e" + STORY).encode(), {200}),
    "zero-width letters between all letters": ("\u200b".join(STORY).encode(), ANY),
    "zero-width joiners in names": (STORY.replace("Brandt", "Bra\u200dndt").encode(), {200}),
    "a soft hyphen in every word": (STORY.replace("e", "e\u00ad").encode(), ANY),
    "letters under letters": (STORY.replace("a", "a" + "\u0301" * 50).encode(), ANY),
    "decomposed letters": (unicodedata.normalize("NFD", STORY + "Café Zürich.").encode(), {200}),
    "one NUL": (STORY.encode() + b"\x00", ANY),
    "many NULs": (STORY.replace(" ", "\x00").encode(), {422}),
    "only NULs": (b"\x00" * MILLION, {422}),
    "every control character": (bytes(range(32)) * 1_000, {422}),
    "noncharacters": (STORY.replace(" ", " \ufffe\uffff").encode(), ANY),
    "only emoji": ("😀🛳️👨‍👩‍👧🏳️‍🌈" * 5_000, {422}),
    "emoji between the words": (STORY.replace(" ", " 🛳️ ").encode(), ANY),
    "mixed scripts": (STORY + "Паром сел на мель. 渡轮擱淺了。 جنحت العبارة. " * 20, ANY),
    "another language": ("Die Fähre lief am Dienstagabend vor dem Hafen auf Grund. " * 20, {422}),
    "letters that look like others": (STORY.replace("a", "а").replace("e", "е"), ANY),
    "old Mac line ends": (STORY.replace(". ", ".\r").encode(), ANY),
    "Windows line ends": (STORY.replace(". ", ".\r\n\r\n").encode(), {200}),
    "odd line ends": (STORY.replace(". ", ".\u2028\u0085\x0b\x0c").encode(), ANY),
    "a byte order mark": (b"\xef\xbb\xbf" + STORY.encode(), {200}),
    "a word of a megabyte": (b"a" * (MILLION - 1), ANY),
    "a story and a word of a megabyte": (STORY.encode() + b"a" * (MILLION - 1_000), ANY),
    "ten megabytes without a space": (b"a" * 10 * MILLION, {413}),
    "more characters than are read": (STORY.encode() * 3_000, {413}),
    "a megabyte of spaces": (b" " * MILLION, {422}),
    "a story in a megabyte of lines": (STORY.encode() + b"\n" * (MILLION - 1_000), ANY),
    "a megabyte of full stops": (b"." * (MILLION - 1), {422}),
    "a megabyte of quotation marks": (b'"' * (MILLION - 1), {422}),
    "a megabyte of brackets": (b"(" * (MILLION - 1), {422}),
    "thirty thousand initials": (STORY.encode() + b"A. " * 30_000, ANY),
    "thirty thousand abbreviations": (STORY.encode() + b"Mr. Dr. U.S. " * 10_000, ANY),
    "twenty thousand dates": (STORY.encode() + b"1/2/03 " * 20_000, ANY),
    "months and nothing else": (STORY.encode() + b"January March May " * 5_000, ANY),
    "the day before the day before": (STORY.encode() + b"the day before " * 10_000, ANY),
    "a number of a megabyte": (STORY.encode() + b"9" * (MILLION - 1_000), ANY),
    "a year of a megabyte": (STORY.encode() + b"in " + b"19" * 400_000, ANY),
    "a name of thirty thousand words": (STORY.encode() + b"Adam " * 30_000, ANY),
    "a thousand hyphens to a word": (STORY.encode() + (b"a-" * 1_000 + b" ") * 200, ANY),
    "HTML as text": (f"<html><body><p>{STORY}</p></body></html>".encode(), ANY),
    "UTF-16 as UTF-8": (STORY.encode("utf-16"), {422}),
    "Latin-1 as UTF-8": ("Café Zürich. ".encode("latin-1") * 50, {422}),
    "a packed story": (gzip.compress(STORY.encode()), {422}),
    "a program": (b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 100, {422}),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 100, {422}),
    "nothing": (b"", {422}),
}

PAGES = {
    "a million open tags": (b"<b>" * MILLION, {413, 422}),
    "a million nested tags, closed": (b"<i>" * 600_000 + b"</i>" * 600_000, {413, 422}),
    "a story under 100,000 tags": (b"<div>" * 100_000 + f"<p>{STORY}</p>".encode(), ANY),
    "a story in a deep table": (
        b"<table><tr><td>" * 20_000 + f"<p>{STORY}</p>".encode(), ANY
    ),
    "fifty megabytes of entities": (b"&amp;" * 10 * MILLION, {413}),
    "four megabytes of entities": (b"<p>" + b"&amp;" * 800_000, {413, 422}),
    "entities in entities": (
        b'<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
        b'<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><html><body>&c;</body></html>',
        {422},
    ),
    "a file by an entity": (
        b'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body><p>'
        + STORY.encode()
        + b"&x;</p></body></html>",
        ANY,
    ),
    "half surrogates by number": (f"<p>{STORY}&#xD800;&#xDFFF;</p>".encode(), ANY),
    "characters beyond Unicode": (f"<p>{STORY}&#x110000;&#99999999;</p>".encode(), ANY),
    "a NUL in a tag": (f"<p\x00>{STORY}</p\x00>".encode(), ANY),
    "an attribute of a megabyte": (b'<p class="' + b"a" * MILLION + b'">', {413, 422}),
    "a hundred thousand attributes": (b"<p " + b"a=1 " * 100_000 + b">", {413, 422}),
    "a comment without an end": (f"<p>{STORY}</p><!--".encode() + b"-" * MILLION, ANY),
    "a script without an end": (f"<p>{STORY}</p><script>".encode() + b"<" * MILLION, ANY),
    "text as a page": (STORY.encode(), ANY),
    "a page that lies about its charset": (
        f'<meta charset="utf-16"><p>{STORY}Zürich</p>'.encode("latin-1"), ANY
    ),
    "a page in a charset that is a codec": (
        f'<meta charset="unicode_escape"><p>{STORY}\\ud800</p>'.encode(), ANY
    ),
    "a frame of frames": (b"<iframe srcdoc='" * 10_000, {413, 422}),
    "nothing but less-than": (b"<" * MILLION, {413, 422}),
    "a page of zeros": (b"\x00" * MILLION, {422}),
}  # fmt: skip

OTHERS = {
    "half a surrogate pair": (JSON, rb'{"text": "%s \ud800"}' % STORY.encode(), {400}),
    "a whole surrogate pair": (JSON, rb'{"text": "%s \ud83d\ude00"}' % STORY.encode(), {200}),
    "an escaped NUL": (JSON, rb'{"text": "%s \u0000"}' % STORY.encode(), ANY),
    "nested brackets": (JSON, b"[" * MILLION, {400}),
    "nested objects": (JSON, b'{"text":' * 100_000, {400}),
    "a number without an end": (JSON, b'{"max_actors": ' + b"9" * MILLION + b"}", {400, 422}),
    "a hundred thousand keys": (
        JSON, json.dumps({str(n): n for n in range(100_000)}).encode(), {422}
    ),
    "a million things that are wrong": (JSON, b'{"text": [' + b"1," * MILLION + b"1]}", {422}),
    "the same key twice": (JSON, b'{"text": "a", "text": ""}', {422}),
    "a key of a megabyte": (JSON, b'{"' + b"k" * MILLION + b'": 1}', {422}),
    "not a number": (JSON, b'{"text": NaN}', {400, 422}),
    "a title of control characters": (
        JSON, json.dumps({"text": STORY, "title": "\x1b[2J\x00" * 50}).encode(), ANY
    ),
    "a title with a half pair": (JSON, rb'{"text": "a", "title": "\udfff"}', {400}),
    "a PDF of nothing": (PDF, b"%PDF-1.7\n%%EOF", {422}),
    "a PDF of noise": (PDF, b"%PDF-1.7\n" + bytes(range(256)) * 4_000, {422}),
    "a PDF that refers to itself": (
        PDF,
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 1 0 R/Kids[1 0 R]/Count 9>>endobj\n"
        b"trailer<</Root 1 0 R>>\n%%EOF",
        {422},
    ),
    "text as a PDF": (PDF, STORY.encode(), {422}),
    "a PDF as text": (TEXT, b"%PDF-1.7\n" + STORY.encode(), {422}),
    "a PDF as a page": (HTML, b"%PDF-1.7\n" + bytes(range(256)) * 1_000, {422}),
}  # fmt: skip


def _bytes(content: str | bytes) -> bytes:
    return content.encode() if isinstance(content, str) else content


HOSTILE: dict[str, tuple[str, bytes, set[int]]] = {
    **{name: (TEXT, _bytes(body), right) for name, (body, right) in TEXTS.items()},
    **{name: (HTML, _bytes(body), right) for name, (body, right) in PAGES.items()},
    **OTHERS,
}

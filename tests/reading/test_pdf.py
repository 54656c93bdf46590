"""PDFs: their words in paragraphs; and which of the ways to be unreadable it is."""

from __future__ import annotations

import sys
import textwrap
from contextlib import suppress
from datetime import date
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.errors import ArticleTooLong, BriefError, NotOffered, UnreadableDocument
from service.reading import pdf, read_pdf

pypdf = pytest.importorskip("pypdf", reason="pypdf is an extra")

FIRST = (
    "The harbour board voted on Tuesday to close the old ferry terminal at the end of the year, "
    "after engineers told its members that the piles had lost a third of their strength."
)
SECOND = (
    "Passengers will board at a temporary pier two hundred metres to the north. The board expects "
    "the new terminal to cost 60 million dollars, and it has not said who will pay for that."
)
LINES = [
    "Old ferry terminal to close",
    "By Ann Example",
    "January 24, 2019",
    "",
    *textwrap.wrap(FIRST, 72),
    "",
    *textwrap.wrap(SECOND, 72),
]


def write_pdf(*pages: list[str]) -> bytes:
    """A PDF with a page for each list of lines, as the format's primer writes it by hand."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for number, lines in enumerate(pages):
        shown = " ".join(f"({line}) Tj T*" for line in lines)
        stream = f"BT /F1 11 Tf 14 TL 72 760 Td {shown} ET" if lines else ""
        objects += [
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources "
            f"<< /Font << /F1 3 0 R >> >> /Contents {5 + 2 * number} 0 R >>",
            f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        ]
    out = BytesIO(b"%PDF-1.4\n")
    out.seek(0, 2)
    places = []
    for number, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1"))
    start = out.tell()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    out.write(
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
        f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF".encode()
    )
    return out.getvalue()


def encrypted(document: bytes, password: str, algorithm: str = "RC4-128") -> bytes:
    writer = pypdf.PdfWriter(clone_from=BytesIO(document))
    writer.encrypt(user_password=password, owner_password="owner", algorithm=algorithm)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def test_wrapped_lines_become_paragraphs_with_every_word_kept() -> None:
    article = read_pdf(write_pdf(LINES))
    found = [" ".join(paragraph.of(article.text).split()) for paragraph in article.paragraphs]
    assert found == [FIRST, SECOND]
    assert article.title == "Old ferry terminal to close"
    assert article.published.when == date(2019, 1, 24)
    assert article.extracted


def test_paragraph_goes_on_over_the_page() -> None:
    lines = textwrap.wrap(FIRST + " " + SECOND, 72)
    article = read_pdf(write_pdf(lines[:3], lines[3:]))
    assert len(article.paragraphs) == 1


def test_heads_and_numbers_of_pages_are_no_part_of_paragraphs() -> None:
    lines = textwrap.wrap(FIRST + " " + SECOND, 72)
    pages = [["The Marlow Courier", *part, str(n)] for n, part in enumerate((lines[:3], lines[3:]))]
    article = read_pdf(write_pdf(*pages))
    words = " ".join(paragraph.of(article.text) for paragraph in article.paragraphs).split()
    assert " ".join(words) == FIRST + " " + SECOND


UNREADABLE = {
    "not a PDF": b"hello",
    "broken": b"%PDF-1.7\nrubbish",
    "scanned": write_pdf([], []),
    "hardly any text": write_pdf(["Page 1"]),
    "password": encrypted(write_pdf(LINES), "secret"),
}


@pytest.mark.parametrize(("reason", "document"), UNREADABLE.items(), ids=UNREADABLE)
def test_unreadable_says_why(reason: str, document: bytes) -> None:
    with pytest.raises(UnreadableDocument, match=reason):
        read_pdf(document)


@pytest.mark.parametrize("algorithm", ["RC4-40", "RC4-128", "AES-128", "AES-256"])
def test_pdf_that_only_forbids_printing_is_read(algorithm: str) -> None:
    assert read_pdf(encrypted(write_pdf(LINES), "", algorithm)).words > 50


def test_without_the_extra_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    pdf._pypdf.cache_clear()
    with pytest.raises(NotOffered, match=r"\[pdf\]"):
        read_pdf(write_pdf(LINES))
    pdf._pypdf.cache_clear()


@settings(max_examples=40)
@given(st.data())
def test_damaged_pdf_is_an_article_or_an_expected_error(data: st.DataObject) -> None:
    document = bytearray(write_pdf(LINES))
    for _ in range(data.draw(st.integers(1, 20))):
        place = data.draw(st.integers(9, len(document) - 1))
        document[place] = data.draw(st.integers(0, 255))
    with suppress(BriefError):
        read_pdf(bytes(document))


def test_pages_that_share_much_drawing_are_not_all_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten kilobytes of which reading each page takes seconds may have hundreds of pages."""
    monkeypatch.setattr(pdf, "MOST_DRAWN", 60)
    assert read_pdf(write_pdf(LINES, LINES)).words > 50
    with pytest.raises(ArticleTooLong, match="over 60 drawings"):
        read_pdf(write_pdf(LINES, LINES, LINES))
    with pytest.raises(ArticleTooLong, match="over 60 pieces of text on a page"):
        read_pdf(write_pdf(LINES * 6))

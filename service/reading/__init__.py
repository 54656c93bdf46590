"""Text, HTML or PDF → Article: what was written, and which part of it is the article."""

from service.reading.checks import looks_like_html
from service.reading.html import read_html
from service.reading.pdf import read_pdf
from service.reading.plain import read_text

__all__ = ["looks_like_html", "read_html", "read_pdf", "read_text"]

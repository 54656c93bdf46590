"""The sample that the work is measured by; it belongs to its publisher and isn't in the repo."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from service.reading import read_text

SAMPLE = Path(__file__).parents[2].parent / "shared" / "articles" / "kim-trump-second-summit.txt"


@pytest.mark.skipif(not SAMPLE.exists(), reason="the sample article isn't here")
def test_sample_is_read_whole_and_without_its_site() -> None:
    text = SAMPLE.read_text(encoding="utf-8")
    article = read_text(text)
    assert article.title == (
        "North Korea's Kim says 'believes in' US President Trump ahead of 2nd summit"
    )
    assert (article.published.when, article.published.basis) == (date(2019, 1, 24), "text")
    assert len(article.paragraphs) == 11
    assert article.paragraphs[0].of(text).startswith("North Korean leader Kim Jong-un says")
    assert article.paragraphs[-1].of(text).endswith('welcomed by the international community."')

"""Reading long texts: overlapping windows over the tokens, of which each token counts in one."""

from __future__ import annotations

from dataclasses import dataclass

ROOM = 510  # tokens beside the two special ones: the encoder has 512 positions
OVERLAP = 64  # context on either side of a seam


@dataclass(frozen=True, slots=True)
class Window:
    """Tokens [start, end) go in; of what comes out only [keep_start, keep_end) is used."""

    start: int
    end: int
    keep_start: int
    keep_end: int


def windows(n_tokens: int, *, room: int = ROOM, overlap: int = OVERLAP) -> tuple[Window, ...]:
    """Windows that cover every token and keep each once.

    Neighbours share `overlap` tokens; the seam lies in the middle of what they share, so that every
    token is read with context on both sides.
    """
    if n_tokens == 0:
        return ()
    stride = room - overlap
    starts = range(0, max(n_tokens - overlap, 1), stride)
    seams = [0, *(start + overlap // 2 for start in starts[1:]), n_tokens]
    return tuple(
        Window(start, min(start + room, n_tokens), seams[i], seams[i + 1])
        for i, start in enumerate(starts)
    )

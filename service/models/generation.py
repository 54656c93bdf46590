"""How a sequence-to-sequence model is asked: what it reads at once, and how it searches."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from service.options import SummaryOptions

# English summaries of news: a sentence has 27 tokens on average and seldom more than 60.
TOKENS_A_SENTENCE, LONGEST_SENTENCE, SHORTEST_SENTENCE = 40, 60, 15
TOKENS_A_WORD = 1.6


class Generation(BaseModel):
    """The settings that a model brings, each explicit; `early_stopping` is always on.

    Early, because it is what CTranslate2 does: a search ends with as many finished texts as beams.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    window: int  # tokens that it reads at once, the special ones included
    longest: int  # tokens that it can write at once
    prompt: str = ""  # stands before every article, such as T5's "summarize: "
    start: str | None = None  # the token to write from, where a conversion doesn't know it: mBART
    prefix: tuple[str, ...] = ()  # tokens that every summary begins with
    beams: int = 4
    length_penalty: float = 1.0
    no_repeat_ngram: int = 3
    repetition_penalty: float = 1.0
    min_tokens: int = 0
    max_tokens: int = 142

    def bounds(self, options: SummaryOptions) -> tuple[int, int]:
        """The fewest and the most tokens of a summary that may be as long as `options` say.

        The model's own bounds, unless more sentences are asked for than they hold, or fewer.
        """
        asked = options.sentences
        most = max(self.max_tokens, TOKENS_A_SENTENCE * asked)
        most = min(most, LONGEST_SENTENCE * asked + 20, self.longest)
        if options.words is not None:
            # Room for a sentence to come to its end; one that ends beyond the words is left out.
            most = min(most, int(TOKENS_A_WORD * options.words) + 20)
        return min(self.min_tokens, SHORTEST_SENTENCE * asked, most // 2), most

"""The network: one encoder, a label for each token, and a salience for each sentence.

An article's sentences pass through the encoder once, in windows; the mean of a sentence's token
vectors goes into a recurrent layer that runs over the whole article both ways, so that its cost
grows with the length and no more (the document layer of Liu & Lapata, "Text Summarization with
Pretrained Encoders", 2019, in its recurrent form).
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from transformers import AutoModel

from service.encoding.labels import LABELS
from training.base_model import base_model_folder

N_CASES = 4  # service.encoding.letter_case
WIDTH = 384
HEADS = 12
DOCUMENT_WIDTH = 192  # of each direction


class TokenReader(nn.Module):
    """Windows of tokens → vectors and label scores."""

    def __init__(self, attention: str) -> None:
        super().__init__()
        self.bert = AutoModel.from_pretrained(
            base_model_folder(),
            local_files_only=True,
            use_safetensors=True,
            add_pooling_layer=False,
            attn_implementation=attention,
            # One pass over the data doesn't overfit, and dropout takes a CPU its fast attention.
            attention_probs_dropout_prob=0.0,
            hidden_dropout_prob=0.0,
        )
        self._read_case_as_token_type()
        self.labels = nn.Linear(WIDTH, len(LABELS))

    def _read_case_as_token_type(self) -> None:
        """Every case begins as the one token type that the base model knows."""
        known = self.bert.embeddings.token_type_embeddings.weight.data[0]
        table = nn.Embedding(N_CASES, WIDTH)
        table.weight.data.copy_(known.expand(N_CASES, WIDTH))
        self.bert.embeddings.token_type_embeddings = table
        self.bert.config.type_vocab_size = N_CASES

    def forward(self, ids: Tensor, mask: Tensor, cases: Tensor) -> tuple[Tensor, Tensor]:
        """ids, mask, cases: (n_windows, length) → (n_windows, length, WIDTH) and (…, n_labels)."""
        vectors = self.bert(
            input_ids=ids, attention_mask=mask, token_type_ids=cases
        ).last_hidden_state
        return vectors, self.labels(vectors)


class SentenceReader(nn.Module):
    """Sentence vectors of a whole article → a salience score each."""

    def __init__(self) -> None:
        super().__init__()
        self.over_article = nn.GRU(WIDTH, DOCUMENT_WIDTH, batch_first=True, bidirectional=True)
        self.mix = nn.Linear(WIDTH + 2 * DOCUMENT_WIDTH, DOCUMENT_WIDTH)
        self.score = nn.Linear(DOCUMENT_WIDTH, 1)
        self.dropout = nn.Dropout(0.1)

    def forward(self, sentences: Tensor) -> Tensor:
        """sentences: (n_articles, n_sentences, WIDTH) → logits (n_articles, n_sentences)."""
        context, _ = self.over_article(self.dropout(sentences))
        mixed = torch.relu(self.mix(torch.cat([sentences, context], dim=-1)))
        scores: Tensor = self.score(self.dropout(mixed)).squeeze(-1)
        return scores


class BriefModel(nn.Module):
    """Both readers, as they are trained together."""

    def __init__(self, attention: str = "sdpa") -> None:
        super().__init__()
        self.tokens = TokenReader(attention)
        self.sentences = SentenceReader()


def sentence_means(vectors: Tensor, sentence_of: Tensor, n_sentences: int) -> Tensor:
    """The mean vector of each sentence.

    vectors: (n_windows, length, width); sentence_of: (n_windows, length), the number of the
    sentence a token belongs to, -1 for none → (n_sentences, width).
    """
    kept = sentence_of >= 0
    index = sentence_of[kept]
    sums = vectors.new_zeros(n_sentences, vectors.shape[-1]).index_add(0, index, vectors[kept])
    counts = vectors.new_zeros(n_sentences).index_add(0, index, vectors.new_ones(len(index)))
    return sums / counts.clamp(min=1).unsqueeze(-1)

"""Which sentences make the summary. Pure."""

from service.summary.select import Choice, select_sentences

__all__ = ["Choice", "select_sentences"]

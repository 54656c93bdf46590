"""Which sentences make the summary. Pure."""

from service.summary.select import Choice, is_whole, select_sentences

__all__ = ["Choice", "is_whole", "select_sentences"]

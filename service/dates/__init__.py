"""Times in an article: found, and resolved against the day it was published."""

from service.dates.find import find_dates
from service.dates.published import parse_published
from service.dates.spoken import spoken
from service.dates.timex import DateMention, Timex

__all__ = ["DateMention", "Timex", "find_dates", "parse_published", "spoken"]

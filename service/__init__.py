"""Short briefs of articles: what happened, who, when; every word traceable to its place."""

from importlib.metadata import PackageNotFoundError, version

try:
    __version__ = version("article-briefs")
except PackageNotFoundError:  # run from a checkout that is not installed
    __version__ = "0.0.0"

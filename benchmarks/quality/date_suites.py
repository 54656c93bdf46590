from pathlib import Path
def score_recognizers(data: Path) -> dict[str, float]: return {}
def score_duckling(data: Path) -> dict[str, float]: return {}

"""Articles that don't open with their point, made from those that do.

Lead-3 is strong on news because news opens with its point, and worthless where something stands
before it. What is set before the articles here is ours: furniture of a page, or a scene.
"""

from __future__ import annotations

from collections.abc import Callable

from service.text.sentences import split_sentences

_FURNITURE = (
    "Sign up to our morning newsletter and never miss a story. By signing up you agree to our "
    "terms of use and privacy notice. You can unsubscribe at any time.",
    "This video can not be played because your browser does not support it. Share this page with "
    "your friends on the usual networks. Our reporters welcome your photographs and comments.",
    "You have read two of your three free articles this month. Subscribers get unlimited access "
    "to every page of the paper. Already a subscriber? Log in to continue reading.",
)
_SCENES = (
    "The rain had stopped by the time the first buses arrived in the square. An old man was "
    "sweeping leaves from the steps of the library, as he does every morning. Nobody seemed to be "
    "in a hurry.",
    "It is a little after six and the kitchen already smells of coffee. A radio is playing in the "
    "next room, and a dog sleeps under the table. Outside, the street lamps are going out one by "
    "one.",
    "Anyone who has ever waited for a train on a cold platform knows the feeling. The minutes "
    "stretch, the breath hangs in the air, and a voice says something that no one can make out. "
    "Then, at last, there is a light.",
)
_MOVED = 3  # sentences


def after_furniture(text: str, number: int) -> str:
    return f"{_FURNITURE[number % len(_FURNITURE)]}\n\n{text}"


def after_a_scene(text: str, number: int) -> str:
    return f"{_SCENES[number % len(_SCENES)]}\n\n{text}"


def beginning_last(text: str, _: int) -> str:
    """The first three sentences at the end."""
    sentences = split_sentences(text)
    if len(sentences) <= _MOVED:
        return text
    border = sentences[_MOVED].start
    return f"{text[border:].rstrip()} {text[:border].rstrip()}"


OPENINGS: dict[str, Callable[[str, int], str]] = {
    "furniture first": after_furniture,
    "a scene first": after_a_scene,
    "beginning last": beginning_last,
}

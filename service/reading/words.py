"""Word lists: the words that bind sentences, and the words of menus and buttons."""

from __future__ import annotations

#: Words that bind an English sentence together and are rare in titles, menus and lists of names.
FUNCTION_WORDS = frozenset(
    word
    for line in (
        "a about after against all also an and any are as at be because been before being but by",
        "can could did do does during each for from had has have he her him his how i if in into",
        "is it its itself just may me might more most much must my no nor not of on once only or",
        "other our out over own said same she should so some such than that the their them then",
        "there these they this those through to too under until up was we were what when where",
        "which while who whom whose why will with would you your don't didn't isn't wasn't it's",
        "he's she's they're i'm we're that's there's can't won't",
    )
    for word in line.split()
)

#: Words of buttons and menus: a short line of nothing else is a menu.
MENU_WORDS = frozenset(
    word
    for line in (
        "about account ad all alerts app apps archive archives arts audio back best blog blogs",
        "books breaking business buy careers cars classifieds close comment comments conditions",
        "contact cookie cookies copied copy crosswords culture donate download e-mail economy",
        "edition education email entertainment environment estate events facebook faq fashion",
        "feed feedback finance flipboard follow food football games gift global google health help",
        "home homepage horoscopes instagram international jobs join latest legal life lifestyle",
        "like link linkedin listen live local log login logout loading mail main markets media",
        "menu messenger money more most music navigation network news newsletter newsletters",
        "next now obituaries opinion opinions page pages pdf people photo photos pinterest play",
        "podcast podcasts policies policy politics popular post posts pr press previous print",
        "privacy profile property puzzles real read reddit register related report reviews rss",
        "sale save science search section sections select service share shares shop shopping show",
        "sign sitemap skip skype sponsored sport sports stories story style subscribe subscriber",
        "subscription subscriptions support tech technology telegram terms threads tickets tiktok",
        "toggle tools top topics travel trending tv tweet twitter uk up update updates upgrade us",
        "usa use video videos view views weather weekend whatsapp world x youtube",
    )
    for word in line.split()
)

#: Words that may stand between them.
MENU_LINKS = frozenset(
    word
    for word in [
        "a",
        "and",
        "&",
        "the",
        "of",
        "in",
        "on",
        "to",
        "by",
        "for",
        "via",
        "this",
        "our",
        "with",
        "me",
        "out",
        "it",
        "i",
    ]
)

"""How fast, how large, how soon ready: measured beside peers in one run, printed as ratios."""

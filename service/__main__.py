"""`python -m service` is `briefs`."""

from service.cli import main

if __name__ == "__main__":
    main()

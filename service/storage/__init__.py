"""Where briefs and jobs are kept when there is no cloud: SQLite, or memory."""

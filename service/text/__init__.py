"""Text and places in it: spans and sentences. Pure, and knows nothing of articles."""

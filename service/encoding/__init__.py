"""What the encoder makes of a text: tokens with their places, vectors, labels. Pure."""

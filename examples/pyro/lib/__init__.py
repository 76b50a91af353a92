"""What the model and the report share: the data, and how to draw it."""

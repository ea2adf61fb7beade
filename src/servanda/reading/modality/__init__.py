"""Modality and polarity: what a text says of an act besides that it names it (DESIGN section 2)."""

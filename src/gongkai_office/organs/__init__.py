"""The tree of administrative organs (行政机关) and of the other bodies that the Regulations bind."""

"""A fictional city (萤泽市) to look around in: organs, people, what they have done so far."""

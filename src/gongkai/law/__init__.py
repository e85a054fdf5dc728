"""What the Regulations (条例) demand of every request: working days, deadlines, fees, outcomes, procedure.

Nothing here knows today, a file or a network. What the law leaves open is a setting in `conventions`.
"""

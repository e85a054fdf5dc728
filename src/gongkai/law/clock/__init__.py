"""The deadline of a request (答复期限), as a fold over what happened."""

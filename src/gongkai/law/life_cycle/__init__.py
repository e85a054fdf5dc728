"""The procedure of a request (办理流程) as one table of states and events."""

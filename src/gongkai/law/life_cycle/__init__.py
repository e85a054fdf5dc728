"""The procedure of a request (办理流程) as one table of states and events.

`table.next_state` and `table.possible` ask the table; `course.choices`, `course.advance` and `course.replay` are
about a whole case, with its persons, conditions and all that goes on at its side.
"""

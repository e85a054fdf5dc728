"""What holds here: notices of holidays and local conventions (放假安排、本地口径), each with its source."""

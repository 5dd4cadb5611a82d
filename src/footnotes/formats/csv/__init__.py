"""Tables: a work in a row, a variable in a column."""

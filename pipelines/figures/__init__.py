"""The grammar of reported figures: numerals, quantities, clauses, events, changes, periods, places."""

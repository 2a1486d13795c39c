"""What a report tells, as questions need it: syntax, whom words stand for, who says what, and how surely."""

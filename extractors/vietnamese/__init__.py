"""Vietnamese text: one form for every way of writing it, numbers, dates, words."""

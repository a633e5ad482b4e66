"""Statements: who says what, of whom and of which place."""

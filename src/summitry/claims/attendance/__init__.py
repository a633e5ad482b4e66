"""Attendance: who took part in a meeting, and who received the others."""

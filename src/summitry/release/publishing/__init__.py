"""A release made public: its files deposited on Zenodo, once, whatever fails on the way."""

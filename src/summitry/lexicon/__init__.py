"""What the reader knows: the vocabulary's names and phrases, ready to be found in text."""

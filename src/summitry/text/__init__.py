"""Text as the reader sees it: words that carry their offsets, sentences, languages. The article itself is never changed."""

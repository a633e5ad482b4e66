"""What a text mentions: names, titles, dates, amounts and cue phrases, each with its place in the article."""

"""What a text claims: rules that read mentions sentence by sentence and yield facts, each with one span."""

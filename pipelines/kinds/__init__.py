"""What a notice is about: the kind of document, the frauds and the operations it names."""

"""What lies beside the data: descriptions for people and for machines, none with a clock of its own."""

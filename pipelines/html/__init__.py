"""From the bytes of an HTML page to the lines above, in and below its text."""

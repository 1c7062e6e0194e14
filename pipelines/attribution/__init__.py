"""Who said it and when: the places of a page that state its date, its source and its issuer."""

"""Events put together from clauses: told once, with their cast, titles, score and reasons."""

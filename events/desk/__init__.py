"""The review desk: a document beside its proposals, and what editors decide about them."""

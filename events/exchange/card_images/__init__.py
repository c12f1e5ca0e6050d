"""Pictures for the cards that other sites show of an event, an organization, a model, a person."""

"""What is done to people, roles and reviews: each verb is one use case, in one transaction, with one event."""

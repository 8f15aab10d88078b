"""A talk under way, without a screen."""

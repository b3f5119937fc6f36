"""Trains, measures and exports the model that finds cues, sources and contents in English news."""

"""What runs by itself: watching, reprocessing, retention, alerts."""

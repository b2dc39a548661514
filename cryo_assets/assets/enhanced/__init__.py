"""Maps made better: sharpened, with their local resolution, at higher resolution, and the report on them."""

-- Residents of whom something waits for a time, such as parts of a text whose other parts have not come.

ALTER TABLE residents ADD COLUMN due INTEGER;

-- Few wait at any time, and the clock looks for them again and again.
CREATE INDEX residents_due ON residents (due) WHERE due IS NOT NULL;

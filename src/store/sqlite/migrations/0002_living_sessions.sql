-- Sessions that live: found by the clock, erased on a resident's word.

ALTER TABLE residents ADD COLUMN memory TEXT;  -- what else the gateway remembers: JSON of the intake

-- Who has not written for a while, campaign by campaign. New words stand at the end of their campaign, so a
-- busy gateway changes few of its pages.
CREATE INDEX sessions_open ON sessions (campaign, updated_at, submission) WHERE open = 1;

-- An erasure must find everything of one resident without reading everybody's: one more page for each
-- submission, and one for each delivery once it is done with.
CREATE INDEX events_of_resident ON events (resident);
CREATE INDEX deliveries_past ON deliveries (resident) WHERE state > 2;

-- Danger is shown first.
CREATE INDEX kept_danger ON kept (id) WHERE because = 3;

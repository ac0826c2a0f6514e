-- One resident may have several addresses. A row of `residents` is an address; what is known of its resident (version,
-- language, opt-out, memory, sessions, events, kept messages) stands at the row that `person` names: NULL is the row
-- itself. There are no chains: `person` names a row whose own `person` is NULL. What arrived and what is sent belongs
-- to the address.

ALTER TABLE residents ADD COLUMN person INTEGER;
CREATE INDEX residents_of_person ON residents (person) WHERE person IS NOT NULL;  -- all addresses of one

-- Entities that may send nothing of their own accord, separated by spaces; `opted_out` is for all of them.
ALTER TABLE residents ADD COLUMN stopped TEXT;

-- A code that joins another address, shown to this resident, and until when it does.
ALTER TABLE residents ADD COLUMN code TEXT;
ALTER TABLE residents ADD COLUMN code_until INTEGER;
CREATE UNIQUE INDEX residents_code ON residents (code) WHERE code IS NOT NULL;

-- Another session of the same resident and campaign stands in its place: loaded no more, kept for its receipt.
ALTER TABLE sessions ADD COLUMN aside INTEGER NOT NULL DEFAULT 0;

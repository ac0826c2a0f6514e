-- Times are microseconds since 1970 in UTC. Only `residents` holds addresses; everything else points to its
-- number. Every further index costs each message a page, so each one here says what it is for.

CREATE TABLE residents (
  id        INTEGER PRIMARY KEY,
  address   TEXT NOT NULL UNIQUE,
  version   INTEGER NOT NULL,          -- rises with every commit; 0: only ever written to
  lang      TEXT,
  opted_out INTEGER
) STRICT;

-- The permanent list of what arrived. Nothing is ever deleted from it: a provider may repeat itself for ever.
-- Clustered by resident, who is part of the key anyway: keys are random, and would each change a page of their own.
CREATE TABLE messages (
  resident INTEGER NOT NULL,
  key      BLOB NOT NULL,
  hash     BLOB NOT NULL,
  at       INTEGER NOT NULL,
  PRIMARY KEY (resident, key, hash)    -- more than one hash of a key: the provider used its id twice
) STRICT, WITHOUT ROWID;

CREATE TABLE kept (
  id       INTEGER PRIMARY KEY,
  resident INTEGER NOT NULL,
  at       INTEGER NOT NULL,
  channel  TEXT NOT NULL,
  because  INTEGER NOT NULL,
  text     TEXT NOT NULL
) STRICT;

-- Clustered by resident, as that is how they are read: one seek brings all of them.
CREATE TABLE sessions (
  resident   INTEGER NOT NULL,
  submission TEXT NOT NULL,
  campaign   TEXT NOT NULL,
  receipt    TEXT NOT NULL UNIQUE,
  open       INTEGER NOT NULL,
  state      TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (resident, submission)
) STRICT, WITHOUT ROWID;

-- The submission queue. The row number is the sequence: SQLite gives the highest plus one, inside the
-- transaction, so what is rolled back leaves no gap. Rows may be emptied but never deleted.
CREATE TABLE events (
  sequence INTEGER PRIMARY KEY,
  resident INTEGER NOT NULL,
  entity   TEXT NOT NULL,
  campaign TEXT NOT NULL,
  body     TEXT NOT NULL               -- without its sequence
) STRICT;
CREATE INDEX events_of_entity ON events (entity);  -- a small entity reads its own without reading all

-- A line is what waits for one resident, lane and channel. Only the head of a line is `ready` (1) or
-- `leased` (2), the others stand `behind` (0): so a claim reads nothing that it cannot take.
CREATE TABLE deliveries (
  number      INTEGER PRIMARY KEY,     -- order in the line
  id          TEXT NOT NULL UNIQUE,
  resident    INTEGER NOT NULL,
  channel     TEXT NOT NULL,
  lane        INTEGER NOT NULL,
  state       INTEGER NOT NULL,
  due         INTEGER NOT NULL,        -- while leased: the end of the lease
  attempts    INTEGER NOT NULL DEFAULT 0,
  sender      TEXT,
  message     TEXT NOT NULL,
  campaign    TEXT,
  provider_id TEXT,
  reason      TEXT,
  created_at  INTEGER NOT NULL,
  updated_at  INTEGER NOT NULL
) STRICT;
CREATE INDEX deliveries_due ON deliveries (channel, state, lane, due) WHERE state IN (1, 2);       -- claims
CREATE INDEX deliveries_line ON deliveries (resident, lane, channel) WHERE state <= 2;             -- who is next
CREATE INDEX deliveries_lost ON deliveries (state) WHERE state >= 5;                               -- for people
CREATE INDEX deliveries_provider ON deliveries (provider_id) WHERE provider_id IS NOT NULL;        -- reports

CREATE TABLE consumers (
  id       INTEGER PRIMARY KEY,
  owner    TEXT NOT NULL,
  name     TEXT NOT NULL,
  scope    TEXT NOT NULL,              -- an entity; '' for all
  position INTEGER NOT NULL,           -- nothing up to here is new
  leases   INTEGER NOT NULL,           -- how many were ever given; part of the tokens
  UNIQUE (owner, name, scope)
) STRICT;

-- Events a consumer has begun. As with deliveries, only the head of a resident's line is `back` (1) or
-- `out` (2); `behind` (0) waits for it; `dead` (3) waits for a person.
CREATE TABLE pending (
  consumer INTEGER NOT NULL,
  sequence INTEGER NOT NULL,
  resident INTEGER NOT NULL,
  state    INTEGER NOT NULL,
  due      INTEGER NOT NULL,           -- back: not before; out: the end of the lease
  tries    INTEGER NOT NULL,
  lease    INTEGER NOT NULL,
  reason   TEXT,
  PRIMARY KEY (consumer, sequence)
) STRICT, WITHOUT ROWID;
CREATE INDEX pending_due ON pending (consumer, due) WHERE state IN (1, 2);
CREATE INDEX pending_line ON pending (consumer, resident) WHERE state <= 2;
CREATE INDEX pending_dead ON pending (consumer) WHERE state = 3;

CREATE TABLE keys (
  id         TEXT PRIMARY KEY,
  hash       BLOB NOT NULL UNIQUE,
  entity     TEXT NOT NULL,
  scopes     TEXT NOT NULL,            -- separated by spaces
  label      TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  revoked_at INTEGER
) STRICT, WITHOUT ROWID;

-- Written by the readiness check, and by nothing else.
CREATE TABLE pulse (only INTEGER PRIMARY KEY CHECK (only = 1), beats INTEGER NOT NULL) STRICT;
INSERT INTO pulse VALUES (1, 0);

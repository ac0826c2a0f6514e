-- Invitations: each is one participation in one campaign, whoever uses it and by whichever channel.

CREATE TABLE invitations (
  token      TEXT PRIMARY KEY,
  campaign   TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  submission TEXT,                     -- of the answer that counts for it
  resident   INTEGER                   -- whose that is
) STRICT, WITHOUT ROWID;
CREATE INDEX invitations_of_resident ON invitations (resident) WHERE resident IS NOT NULL;  -- joining, erasing

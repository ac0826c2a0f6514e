-- Files of residents: whose they are. The bytes lie in a folder beside this file, each under its hash.

CREATE TABLE IF NOT EXISTS files (
  resident   INTEGER NOT NULL,
  submission TEXT NOT NULL,
  hash       BLOB NOT NULL,               -- SHA-256 of the content
  entity     TEXT NOT NULL,
  media_type TEXT NOT NULL,
  bytes      INTEGER NOT NULL,
  PRIMARY KEY (resident, submission, hash)
) STRICT, WITHOUT ROWID;

-- Asked for by a consumer; and has anybody else the same one?
CREATE INDEX IF NOT EXISTS files_of_hash ON files (hash, entity);

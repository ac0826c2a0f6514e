-- Everything that arrived, for ever: the duplicate key with the hash of its content.
create table message (
    key      blob not null,
    hash     blob not null,
    at       integer not null,           -- microseconds since 1970
    channel  text not null,
    conflict integer not null default 0, -- the key was used with other content before
    keep     text,                       -- why a person should read it
    words    text,                       -- its words, only if kept
    primary key (key, hash)
) without rowid;
create index message_kept on message (at) where keep is not null;

create table resident (
    id        integer primary key,
    address   text not null unique,
    version   integer not null,
    lang      text,
    opted_out integer
);

create table session (
    submission text primary key,
    resident   integer not null,
    campaign   text not null,
    receipt    text not null unique,
    open       integer not null,
    state      text not null,
    updated_at integer not null
) without rowid;
create index session_resident on session (resident, updated_at);

-- The submission queue. `sequence` is given inside the transaction; without AUTOINCREMENT, and as rows are never
-- deleted, it is gap-free.
create table event (
    sequence integer primary key,
    id       text not null,
    entity   text not null,
    campaign text not null,
    resident integer not null,
    body     text not null
);
create index event_entity on event (entity, sequence);

create table delivery (
    number      integer primary key,     -- the order in which they were made
    id          text not null unique,
    channel     text not null,
    resident    integer not null,
    lane        integer not null,
    address     text not null,
    sender      text,
    message     text not null,
    campaign    text,
    state       text not null,
    due         integer not null,
    lease_until integer,
    attempts    integer not null default 0,
    provider_id text,
    reason      text,
    created_at  integer not null,
    updated_at  integer not null
);
create index delivery_waiting on delivery (channel, lane, number) where state in ('ready', 'leased');
create index delivery_order on delivery (resident, lane, number) where state in ('ready', 'leased');
create index delivery_provider on delivery (channel, provider_id) where provider_id is not null;

create table consumer (
    owner    text not null,
    name     text not null,
    position integer not null,
    primary key (owner, name)
) without rowid;

-- Events a consumer took and has not acknowledged: out under a lease, come back, or dead.
create table lease (
    owner    text not null,
    name     text not null,
    sequence integer not null,
    resident integer not null,
    token    text,
    until    integer not null,           -- may be taken (again) from then
    tries    integer not null,
    dead     integer not null default 0,
    reason   text,
    primary key (owner, name, sequence)
) without rowid;
create index lease_token on lease (token) where token is not null;

create table key (
    id         text primary key,
    hash       blob not null unique,
    entity     text not null,
    scopes     text not null,
    label      text not null,
    created_at integer not null,
    revoked_at integer
) without rowid;

create table person (
    id            uuid primary key,
    name          text    not null collate names check (name <> ''),
    mail          text    not null check (mail <> ''),
    password      text,
    role          text check (role in ('STAFF', 'COMMS', 'ADMIN')),
    lead          boolean not null default false check (not lead or role in ('COMMS', 'ADMIN')),
    disabled      boolean not null default false,
    -- A session carries the generation it was begun in; raising it ends all sessions of the person, on every node.
    generation    integer not null default 0,
    signed_in_at  timestamptz,
    version       bigint  not null
);
create unique index person_one_mail on person (lower(mail));
create index person_in_order on person (name, id);
create index person_words on person using gin (lower(immutable_unaccent(name)) gin_trgm_ops);
create index person_comms on person (role) where role in ('COMMS', 'ADMIN') and not disabled;

-- A link that was asked for, or sent with an invitation. The token itself is made when the mail is sent, and only its
-- hash is kept.
create table sign_in_link (
    id         uuid primary key,
    purpose    text        not null check (purpose in ('ASKED', 'INVITED')),
    person_id  uuid        not null, -- may belong to nobody until the link is used
    name       text,
    mail       text        not null,
    asked_at   timestamptz not null,
    token_hash bytea unique,
    expires_at timestamptz,
    used_at    timestamptz
);
create index sign_in_link_person on sign_in_link (person_id);
create index sign_in_link_asked on sign_in_link (asked_at);

-- How often was tried, by account and by network address. The key is a hash: no address stands here to be read.
create table sign_in_tries (
    key          bytea primary key,
    tries        integer     not null,
    since        timestamptz not null,
    locked_until timestamptz
);
create index sign_in_tries_since on sign_in_tries (since);

-- Spring Session's tables, as its own schema has them.
create table spring_session (
    primary_id            char(36) not null primary key,
    session_id            char(36) not null,
    creation_time         bigint   not null,
    last_access_time      bigint   not null,
    max_inactive_interval int      not null,
    expiry_time           bigint   not null,
    principal_name        varchar(100)
);
create unique index spring_session_ix1 on spring_session (session_id);
create index spring_session_ix2 on spring_session (expiry_time);
create index spring_session_ix3 on spring_session (principal_name);

create table spring_session_attributes (
    session_primary_id char(36)     not null references spring_session (primary_id) on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    primary key (session_primary_id, attribute_name)
);

-- What every module leans on: extensions, the collation of names, accents, and the rights of the application's role.

create extension if not exists pg_trgm;
create extension if not exists unaccent;
create extension if not exists btree_gist;

-- Names sort as people expect (adam, Bob, Émile, Zoe); the server's default sorts by bytes.
create collation names (provider = icu, locale = 'en-u-ks-level2', deterministic = true);

-- unaccent() may not stand in an index, because its dictionary could change; ours does not.
create function immutable_unaccent(text) returns text
    language sql immutable parallel safe strict
    return public.unaccent('public.unaccent', $1);

-- The application reads and writes rows and nothing else; modules take away from that where they must (audit).
grant usage on schema public to ${app_role};
alter default privileges in schema public grant select, insert, update, delete on tables to ${app_role};
alter default privileges in schema public grant usage, select on sequences to ${app_role};

-- A form that was taken, so that sending it again makes nothing twice.
create table submission (
    key    varchar(64) primary key,
    answer text,
    at     timestamptz not null
);
create index submission_at on submission (at);

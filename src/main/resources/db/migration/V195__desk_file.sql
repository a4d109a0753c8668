-- Files that came with a message. While nobody has sent the message yet, they wait in the composer of whoever added them;
-- a reply that is taken back takes its row with it and leaves them there again.
create table desk_file (
    id         uuid primary key,
    reference  bigint       not null references desk_item (reference),
    message_id uuid references desk_message (id) on delete set null,
    owner_id   uuid         not null references person (id),
    name       varchar(120) not null check (name <> ''),
    type       varchar(120) not null,
    size       integer      not null check (size > 0),
    bytes      bytea        not null,
    added_at   timestamptz  not null,
    name_plain varchar(240) generated always as (lower(immutable_unaccent(name))) stored
);
-- What is in a picture or a PDF does not become smaller by packing it once more.
alter table desk_file alter column bytes set storage external;
create index desk_file_message on desk_file (message_id) where message_id is not null;
create index desk_file_waiting on desk_file (reference, owner_id) where message_id is null;
create index desk_file_owner on desk_file (owner_id);
create index desk_file_forgotten on desk_file (added_at) where message_id is null;
create index desk_file_name on desk_file using gin (name_plain gin_trgm_ops);

-- One thing done to many items: who began it, what is done, and what became of each.
create table desk_bulk (
    id        uuid primary key,
    by_id     uuid        not null references person (id) on delete cascade,
    act       varchar(20) not null check (act in ('ASSIGN', 'TAG', 'UNTAG', 'STATUS', 'PRIORITY', 'SETTLE')),
    -- What is set: whom, which tag, which status; for a status that has one, until when.
    value     varchar(400) not null,
    wake_day  date,
    wake_time time,
    -- The same as a person reads it.
    said      text        not null,
    -- The list it was begun from, to lead back there.
    list      text        not null,
    begun_at  timestamptz not null,
    ended_at  timestamptz
);
create index desk_bulk_open on desk_bulk (begun_at) where ended_at is null;
create index desk_bulk_by on desk_bulk (by_id);

create table desk_bulk_item (
    bulk_id   uuid    not null references desk_bulk (id) on delete cascade,
    position  integer not null,
    reference bigint  not null references desk_item (reference),
    -- What became of it; nothing yet while it waits for its turn.
    result    varchar(10) check (result in ('DONE', 'SAME', 'REFUSED')),
    -- Why it was not done, as a person reads it.
    why       text check ((why is not null) = (result = 'REFUSED')),
    primary key (bulk_id, position)
);
create index desk_bulk_item_open on desk_bulk_item (bulk_id, position) where result is null;
create index desk_bulk_item_reference on desk_bulk_item (reference);

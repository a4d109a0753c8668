-- Items that belong together: merged into one, linked, or split off.

alter table desk_item
    -- The item it goes on in.
    add column merged_into bigint references desk_item (reference),
    add constraint desk_item_merged_whole check ((status = 'MERGED') = (merged_into is not null)),
    add constraint desk_item_merged_other check (merged_into <> reference);
create index desk_item_merged_into on desk_item (merged_into) where merged_into is not null;

-- What a merged item was before, so that it can be undone.
create table desk_merge (
    merged            bigint primary key references desk_item (reference),
    stays             bigint      not null references desk_item (reference),
    by_id             uuid        not null references person (id),
    at                timestamptz not null,
    was_status        varchar(10) not null check (was_status in ('NEW', 'OPEN', 'PENDING')),
    was_wakes_at      timestamptz,
    was_snoozed_until timestamptz,
    check (merged <> stays)
);
create index desk_merge_stays on desk_merge (stays);
create index desk_merge_by on desk_merge (by_id);

alter table desk_watch
    -- The merged item they came along with; nothing where they chose to watch.
    add column through bigint references desk_item (reference);

-- Items that have to do with each other, each pair once.
create table desk_link (
    one   bigint      not null references desk_item (reference),
    other bigint      not null references desk_item (reference),
    by_id uuid        not null references person (id),
    at    timestamptz not null,
    primary key (one, other),
    check (one < other)
);
create index desk_link_other on desk_link (other);
create index desk_link_by on desk_link (by_id);

-- Messages that became a question of their own; each at most once.
create table desk_split (
    message_id uuid primary key references desk_message (id),
    made       bigint      not null unique references desk_item (reference),
    by_id      uuid        not null references person (id),
    at         timestamptz not null
);
create index desk_split_by on desk_split (by_id);

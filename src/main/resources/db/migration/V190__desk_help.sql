-- What a requester said when they were asked afterwards whether it helped: one answer for an item, which they may change.
create table desk_help (
    reference  bigint primary key references desk_item (reference),
    helped     boolean     not null,
    words      text check (words <> ''),
    told_by_id uuid        not null references person (id),
    told_at    timestamptz not null
);
create index desk_help_told_by on desk_help (told_by_id);

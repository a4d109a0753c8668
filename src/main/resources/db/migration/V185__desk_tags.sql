-- Words by which the team finds items again. However it is typed, with capitals or accents, a tag is one.
create table desk_tag (
    id      uuid primary key,
    name    varchar(40) not null check (name <> ''),
    plain   text        not null generated always as (lower(immutable_unaccent(name))) stored unique,
    -- The ones that were used last are offered first.
    used_at timestamptz not null
);
create index desk_tag_used on desk_tag (used_at desc);

create table desk_item_tag (
    reference bigint not null references desk_item (reference),
    tag_id    uuid   not null references desk_tag (id),
    primary key (tag_id, reference)
);
create index desk_item_tag_item on desk_item_tag (reference);

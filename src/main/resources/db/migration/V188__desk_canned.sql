-- Replies that are written once and used often. {first name} and the like are filled in for each item.
create table desk_canned (
    id           uuid primary key,
    owner_id     uuid references person (id) on delete set null,
    title        varchar(80) not null check (title <> ''),
    words        text        not null check (words <> ''),
    shared       boolean     not null,
    -- How many replies with it went out, and when the last one did.
    used         bigint      not null default 0,
    used_at      timestamptz,
    version      bigint      not null default 0
);
create unique index desk_canned_own on desk_canned (owner_id, lower(title)) where not shared;
create unique index desk_canned_shared on desk_canned (lower(title)) where shared;

-- Which of them was put into a text, to be counted when it goes out.
alter table desk_composing add column canned_id uuid references desk_canned (id) on delete set null;
alter table desk_going add column canned_id uuid references desk_canned (id) on delete set null;
create index desk_composing_canned on desk_composing (canned_id) where canned_id is not null;
create index desk_going_canned on desk_going (canned_id) where canned_id is not null;

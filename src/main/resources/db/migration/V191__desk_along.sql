-- What moves an item along: put aside for a while, watched by others of the team, its history shown or not.

alter table desk_item
    -- Until when it stands in no list of what is to be done; its clocks run on.
    add column snoozed_until timestamptz,
    add constraint desk_item_snoozed_open check (snoozed_until is null or status in ('NEW', 'OPEN'));
create index desk_item_snoozed on desk_item (snoozed_until) where snoozed_until is not null;

-- Who of the team wants to be told about an item that somebody else has.
create table desk_watch (
    reference bigint      not null references desk_item (reference),
    person_id uuid        not null references person (id) on delete cascade,
    since     timestamptz not null,
    primary key (reference, person_id)
);
create index desk_watch_person on desk_watch (person_id);

alter table desk_preference
    -- Whether the lines of history stand in the conversation.
    add column history boolean not null default true;

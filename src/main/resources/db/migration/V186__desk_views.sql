-- Views somebody saved of the list: a filter with a name, for themselves or for the whole team.
create table desk_view (
    id       uuid primary key,
    owner_id uuid        not null references person (id) on delete cascade,
    name     varchar(60) not null check (name <> ''),
    -- The list's address behind the question mark.
    filter   text        not null,
    shared   boolean     not null,
    unique (owner_id, name)
);
create index desk_view_shared on desk_view (id) where shared;

-- In which order each of the team wants the views; one that has no place stands behind those that have.
create table desk_view_place (
    person_id uuid    not null references person (id) on delete cascade,
    built_in  varchar(10),
    view_id   uuid references desk_view (id) on delete cascade,
    position  integer not null,
    unique (person_id, built_in),
    unique (person_id, view_id),
    constraint desk_view_place_one check ((built_in is null) <> (view_id is null))
);
create index desk_view_place_view on desk_view_place (view_id);

-- What the desk opens with.
alter table desk_preference
    add column start_built_in varchar(10),
    add column start_view_id  uuid references desk_view (id) on delete set null,
    add constraint desk_preference_start check (start_built_in is null or start_view_id is null);
create index desk_preference_start_view on desk_preference (start_view_id) where start_view_id is not null;

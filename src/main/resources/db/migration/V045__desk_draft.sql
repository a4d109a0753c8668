-- What somebody has typed into the form of a request that is not sent yet: one draft per person and form.
create table desk_draft (
    id        uuid primary key,
    person_id uuid not null references person (id) on delete cascade,
    form      text not null,
    -- JSON as text: it holds what was typed, sound or not, and nobody searches in it.
    answers   text not null,
    saved_at  timestamptz not null,
    unique (person_id, form)
);

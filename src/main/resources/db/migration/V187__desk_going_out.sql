-- A reply goes out a little after it was written; until then only the team sees it and its writer can take it back.
alter table desk_message
    drop constraint desk_message_voice_check,
    add constraint desk_message_voice check (voice in ('REQUESTER', 'REPLY', 'NOTE', 'EVENT', 'GOING')),
    -- Of a reply that went out, when it was written.
    add column written_at timestamptz;

create table desk_going (
    message_id uuid primary key references desk_message (id) on delete cascade,
    due_at     timestamptz not null,
    -- What happens to the item then: nothing, "wait", or an outcome.
    next       varchar(40),
    -- Whether the item was over already when it was written.
    over       boolean     not null
);
create index desk_going_due on desk_going (due_at);

-- The first version of an item that shows all there is to be seen; forms begun on an older one come too late.
alter table desk_item add column seen_from bigint not null default 0;
update desk_item set seen_from = version;

-- What somebody of the team is writing about an item and has not sent.
create table desk_composing (
    person_id uuid        not null references person (id) on delete cascade,
    reference bigint      not null references desk_item (reference),
    words     text        not null check (words <> ''),
    note      boolean     not null,
    -- Why it came back after it was sent: a message key.
    held      varchar(60),
    saved_at  timestamptz not null,
    primary key (person_id, reference)
);
create index desk_composing_item on desk_composing (reference);

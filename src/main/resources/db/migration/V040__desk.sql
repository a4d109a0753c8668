-- Everything that comes in. An intake keeps its own tables and points here by reference.

create sequence desk_reference start with 1001;

create table desk_item (
    id                uuid primary key,
    reference         bigint       not null unique,
    kind              varchar(40)  not null,
    title             varchar(200) not null,
    status            varchar(10)  not null check (status in ('NEW', 'OPEN', 'PENDING', 'SETTLED', 'MERGED')),
    outcome           varchar(40),
    requester_id      uuid         not null references person (id),
    entered_by_id     uuid         not null references person (id),
    unit_id           uuid references organization_unit (id),
    assignee_id       uuid references person (id),
    received_at       timestamptz  not null,
    first_response_at timestamptz,
    settled_at        timestamptz,
    settled_by_id     uuid references person (id),
    touched_at        timestamptz  not null,
    unread            boolean      not null,
    follows           bigint references desk_item (reference),
    version           bigint       not null,
    constraint desk_item_settled_whole check
        ((status = 'SETTLED') = (settled_at is not null and settled_by_id is not null and outcome is not null)),
    constraint desk_item_settled_only check
        (status = 'SETTLED' or (settled_at is null and settled_by_id is null and outcome is null)),
    constraint desk_item_new_unanswered check (status <> 'NEW' or (first_response_at is null and assignee_id is null)),
    constraint desk_item_follows_older check (follows < reference)
);

-- The lists of the desk, each in its own order.
create index desk_item_unsettled on desk_item ((status = 'PENDING'), received_at, reference)
    where status in ('NEW', 'OPEN', 'PENDING');
create index desk_item_settled on desk_item (settled_at desc, reference desc) where status = 'SETTLED';
create index desk_item_received on desk_item (received_at desc, reference desc);
create index desk_item_requester on desk_item (requester_id, received_at desc);
create index desk_item_entered_by on desk_item (entered_by_id, received_at desc);
create index desk_item_assignee on desk_item (assignee_id) where status in ('NEW', 'OPEN', 'PENDING');
create index desk_item_unit on desk_item (unit_id);
create index desk_item_follows on desk_item (follows) where follows is not null;
create index desk_item_title on desk_item using gin (lower(immutable_unaccent(title)) gin_trgm_ops);

create table desk_message (
    id        uuid primary key,
    reference bigint      not null references desk_item (reference),
    voice     varchar(10) not null check (voice in ('REQUESTER', 'REPLY', 'NOTE', 'EVENT')),
    author_id uuid        not null references person (id),
    about_id  uuid references person (id),
    words     text        not null check (words <> ''),
    said_at   timestamptz not null
);
create index desk_message_thread on desk_message (reference, said_at, id);
create index desk_message_author on desk_message (author_id);
create index desk_message_words on desk_message
    using gin (to_tsvector('english', immutable_unaccent(words))) where voice <> 'EVENT';

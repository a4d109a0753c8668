-- The reminders that went out: one of a kind for a booking and the moment it begins, whichever node was first. A booking
-- that is moved begins at another moment, so it is reminded of anew.
create table calendar_reminder (
    owner_id  uuid        not null,
    kind      text        not null,
    starts_at timestamptz not null,
    sent_at   timestamptz not null,
    primary key (owner_id, kind, starts_at)
);
create index calendar_reminder_starts on calendar_reminder (starts_at);
create index calendar_taken_starts on calendar_taken (starts_at) where kind not in ('HOLD', 'BLOCK');

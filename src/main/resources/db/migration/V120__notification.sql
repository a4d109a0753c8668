-- Mail that is to go out. A row is written in the transaction that has something to say, and a job sends it later:
-- commit means one row for each recipient, rollback means none. What is kept is the letter, not its rendered text, so
-- that the link of a sign-in mail, which is made while it is sent, is never stored.
--
-- due_at, queued_at and claimed_until go by the clock of the database, which all nodes share; written_at and
-- settled_at by the portal's own, because people read them.
create table email (
    id             uuid primary key,
    letter         text        not null,
    subject        text        not null,
    reference      text,
    -- No foreign key: whoever asks for a first sign-in link becomes a person only when the link is used.
    recipient_id   uuid        not null,
    recipient_name text        not null,
    recipient_mail text        not null,
    facts          json        not null, -- json, not jsonb: the facts keep their order
    words          text,
    path           text        not null,
    ticket         uuid,
    state          text        not null check (state in ('WAITING', 'DELIVERED', 'CAUGHT', 'FAILED')),
    written_at     timestamptz not null,
    queued_at      timestamptz not null default now(),
    due_at         timestamptz not null default now(),
    claim          uuid,
    claimed_until  timestamptz,
    attempts       integer     not null default 0,
    settled_at     timestamptz,
    problem        text,
    answer         text,
    check ((state = 'WAITING') = (settled_at is null))
);
-- Sign-in mails go first: somebody waits for them, and their links do not last.
create index email_due on email ((ticket is null), due_at, id) where state = 'WAITING';
create index email_queued on email (queued_at) where state = 'WAITING';
create index email_written on email (written_at desc, id desc);
create index email_state on email (state, written_at desc, id desc);
create index email_reference on email (reference, written_at desc, id desc) where reference is not null;
create index email_recipient on email (recipient_id);
create index email_settled on email (settled_at);
create index email_to on email using gin ((recipient_name || ' ' || recipient_mail) gin_trgm_ops);

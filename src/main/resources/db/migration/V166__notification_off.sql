-- Which of the mails that can be switched off a person has switched off; all others are on.
create table email_off (
    person_id uuid        not null references person (id) on delete cascade,
    kind      text        not null,
    since     timestamptz not null,
    primary key (person_id, kind)
);

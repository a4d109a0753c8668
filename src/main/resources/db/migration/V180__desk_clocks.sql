-- The two clocks of an item, in business hours, and the history they are computed from.

alter table desk_item
    add column priority text not null default 'NORMAL' check (priority in ('LOW', 'NORMAL', 'HIGH')),
    -- By when it is to be answered, and settled; worked out anew with every verb.
    add column first_due_at timestamptz,
    add column due_at timestamptz,
    -- Which of the two runs out next; nothing while neither runs.
    add column next_due_at timestamptz,
    -- Since when the resolution clock runs, and the business seconds it ran before.
    add column open_since timestamptz,
    add column worked_seconds bigint not null default 0 check (worked_seconds >= 0),
    -- Since when it waits for the requester or a date, and the seconds it waited before.
    add column waits_since timestamptz,
    add column waited_seconds bigint not null default 0 check (waited_seconds >= 0),
    -- False where the clocks must be worked out anew from the history: the hours or the goals have changed.
    add column reckoned boolean not null default false;
alter table desk_item
    alter column priority drop default,
    alter column worked_seconds drop default,
    alter column waited_seconds drop default;

create index desk_item_due on desk_item (coalesce(next_due_at, 'infinity'), reference)
    where status in ('NEW', 'OPEN', 'PENDING');
create index desk_item_priority on desk_item
    ((case priority when 'HIGH' then 0 when 'NORMAL' then 1 else 2 end), coalesce(next_due_at, 'infinity'), reference)
    where status in ('NEW', 'OPEN', 'PENDING');
create index desk_item_reckon on desk_item (reference) where not reckoned;

-- In which status an item was, from when, until when. The clocks can be computed from it alone.
create table desk_span (
    reference bigint      not null references desk_item (reference),
    status    varchar(10) not null check (status in ('NEW', 'OPEN', 'PENDING', 'SETTLED', 'MERGED')),
    from_at   timestamptz not null,
    until_at  timestamptz check (until_at >= from_at),
    primary key (reference, from_at, status)
);
create unique index desk_span_present on desk_span (reference) where until_at is null;

-- Every change of status leaves its span, whoever makes it.
create function desk_item_spans() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' then
        if new.status = old.status then
            return null;
        end if;
        update desk_span set until_at = greatest(new.touched_at, from_at)
         where reference = new.reference and until_at is null;
    end if;
    insert into desk_span (reference, status, from_at)
    values (new.reference, new.status, case tg_op when 'INSERT' then new.received_at else new.touched_at end)
    on conflict (reference, from_at, status) do update set until_at = null;
    return null;
end $$;
create trigger desk_item_spans after insert or update of status on desk_item
    for each row execute function desk_item_spans();

-- What is known of the items there are: open until they were settled, or until they were touched last.
insert into desk_span (reference, status, from_at, until_at)
select reference, case status when 'NEW' then 'NEW' else 'OPEN' end, received_at,
       case when status in ('NEW', 'OPEN') then null
            else greatest(received_at, coalesce(settled_at, touched_at)) end
  from desk_item;
insert into desk_span (reference, status, from_at)
select reference, status, greatest(received_at, coalesce(settled_at, touched_at))
  from desk_item where status not in ('NEW', 'OPEN')
on conflict do nothing;

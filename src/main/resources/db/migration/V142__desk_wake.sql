-- An item may wait for a date, such as the end of a booking, and opens again by itself when it has come.
alter table desk_item
    add column wakes_at timestamptz,
    add constraint desk_item_wakes_pending check (wakes_at is null or status = 'PENDING');
create index desk_item_wakes on desk_item (wakes_at) where wakes_at is not null;

-- What waits is counted on every page of the desk, from this index alone; and filters that many items share, put
-- together, are few items, which this one finds without reading the others.
create index desk_item_waits on desk_item (status, snoozed_until, assignee_id) where status in ('NEW', 'OPEN', 'PENDING');
create index desk_item_chips on desk_item (unit_id, kind, assignee_id);
-- No list has had this order since items have clocks.
drop index desk_item_unsettled;

-- What a line of history changed: the value before and the value after, as a person reads them.
alter table desk_message
    add column was text,
    add column now text,
    add constraint desk_message_change check (voice = 'EVENT' or (was is null and now is null));

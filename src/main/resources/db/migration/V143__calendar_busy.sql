-- By what the server of a host's own calendar knows the version that was read last (ETag).
alter table calendar_host add column busy_mark text;

-- The search finds files by their names, whole and by the words in them ("Plan-B_2026.pdf").
create or replace function desk_words_of_files(item bigint) returns text language sql stable as $$
    select string_agg(f.name || ' ' || regexp_replace(f.name, '[._-]+', ' ', 'g'), ' ' order by f.added_at, f.id)
      from desk_file f join desk_message m on m.id = f.message_id
     where m.reference = item
$$;

create function desk_file_words() returns trigger language plpgsql as $$
begin
    perform desk_words_renew(coalesce(new.reference, old.reference));
    return null;
end $$;
create trigger desk_file_words_sent after insert on desk_file
    for each row when (new.message_id is not null) execute function desk_file_words();
create trigger desk_file_words_moved after update of message_id on desk_file
    for each row when (old.message_id is distinct from new.message_id) execute function desk_file_words();
create trigger desk_file_words_gone after delete on desk_file
    for each row when (old.message_id is not null) execute function desk_file_words();

select desk_words_renew(i.reference) from desk_item i where exists (select from desk_file f where f.reference = i.reference);

-- What was meant for the search before it had its own words.
alter table desk_file drop column name_plain;

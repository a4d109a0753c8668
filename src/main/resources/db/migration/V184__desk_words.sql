-- What the search of the desk reads: one row of words for each item, from its title, its people's names and addresses,
-- its reference and its conversation. So several words are one question to one index, wherever each of them stands, and
-- an item is looked through without reading its conversation.
create table desk_words (
    reference bigint primary key references desk_item (reference) on delete cascade,
    words     tsvector not null
);
-- Not put off: whoever writes would now and then wait for what others put off.
create index desk_words_words on desk_words using gin (words) with (fastupdate = off);
-- The planner knows of the common words how common they are.
alter table desk_words alter column words set statistics 500;

-- The files of an item, by their names; the migration that keeps files says how.
create function desk_words_of_files(item bigint) returns text language sql stable as $$ select '' $$;

-- All words of an item. Without positions, which nothing asks for: that keeps them small.
create function desk_words_of(item bigint) returns tsvector language sql stable as $$
    select strip(
            to_tsvector('english', immutable_unaccent(concat_ws(' ', i.title, r.name, e.name,
                (select string_agg(m.words, ' ' order by m.said_at, m.id)
                   from desk_message m where m.reference = i.reference and m.voice <> 'EVENT'),
                desk_words_of_files(i.reference))))
            -- As they stand, too, so that the beginning of a word is enough.
            || to_tsvector('simple', immutable_unaccent(concat_ws(' ', i.title, r.name, e.name, r.mail, e.mail,
                desk_words_of_files(i.reference))))
            || array_to_tsvector(array[i.reference::text]))
      from desk_item i
      join person r on r.id = i.requester_id
      join person e on e.id = i.entered_by_id
     where i.reference = item
$$;

create function desk_words_renew(item bigint) returns void language sql as $$
    insert into desk_words (reference, words) select item, desk_words_of(item)
    on conflict (reference) do update set words = excluded.words where desk_words.words <> excluded.words
$$;

create function desk_item_words() returns trigger language plpgsql as $$
begin
    perform desk_words_renew(new.reference);
    return null;
end $$;
create trigger desk_item_words_new after insert on desk_item
    for each row execute function desk_item_words();
create trigger desk_item_words_changed after update of title, requester_id, entered_by_id on desk_item
    for each row when (old.title <> new.title or old.requester_id <> new.requester_id
        or old.entered_by_id <> new.entered_by_id)
    execute function desk_item_words();

-- What is said is added; what is already there costs no write.
create function desk_message_words() returns trigger language plpgsql as $$
declare
    said tsvector := to_tsvector('english', immutable_unaccent(new.words));
begin
    update desk_words w set words = strip(w.words || said)
     where w.reference = new.reference and strip(w.words || said) <> w.words
       -- A tsvector has its limit, and no conversation may fail by it.
       and pg_column_size(w.words) < 400000;
    return null;
end $$;
create trigger desk_message_words_new after insert on desk_message
    for each row when (new.voice <> 'EVENT') execute function desk_message_words();

create function desk_message_words_moved() returns trigger language plpgsql as $$
begin
    perform desk_words_renew(old.reference);
    if tg_op = 'UPDATE' then
        perform desk_words_renew(new.reference);
    end if;
    return null;
end $$;
create trigger desk_message_words_moved after update of reference, words on desk_message
    for each row when (old.voice <> 'EVENT') execute function desk_message_words_moved();
create trigger desk_message_words_gone after delete on desk_message
    for each row when (old.voice <> 'EVENT') execute function desk_message_words_moved();

-- Somebody has another name or address.
create function person_desk_words() returns trigger language plpgsql as $$
begin
    perform desk_words_renew(i.reference) from desk_item i where i.requester_id = new.id or i.entered_by_id = new.id;
    return null;
end $$;
create trigger person_desk_words after update of name, mail on person
    for each row when (old.name <> new.name or old.mail <> new.mail) execute function person_desk_words();

-- What was typed, word for word: each must be there, as its stem or as its beginning. A word without meaning ("the") asks
-- for nothing, and nothing but such words is null. Phrases become words beside each other, because positions are not kept.
create function desk_query(typed text[]) returns tsquery language plpgsql stable as $$
declare
    word text;
    stem tsquery;
    plain tsquery;
    every tsquery;
begin
    foreach word in array typed loop
        stem := regexp_replace(to_tsquery('english', immutable_unaccent(word))::text, '<(-|\d+)>', '&', 'g')::tsquery;
        continue when numnode(stem) = 0;
        plain := regexp_replace(to_tsquery('simple', immutable_unaccent(word))::text, '<(-|\d+)>', '&', 'g')::tsquery;
        every := coalesce(every && (stem || plain), stem || plain);
    end loop;
    return every;
end $$;

insert into desk_words (reference, words) select reference, desk_words_of(reference) from desk_item;

-- What the search read before.
drop index desk_message_words;
alter table desk_item drop column title_plain;

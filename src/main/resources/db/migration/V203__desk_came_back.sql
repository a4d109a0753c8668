-- Words that came back stand apart from what was begun since, and stay until a form that showed them is sent or emptied.
alter table desk_composing
    add column back      text check (back <> ''),
    -- Which words these are: a form says by it that it showed them.
    add column back_id   uuid,
    -- Whether what was kept since then was written by somebody who saw them, so that they are in it already.
    add column back_seen boolean not null default false,
    drop constraint desk_composing_words_check;
update desk_composing set back = words, back_id = uuidv7(), words = '' where held is not null;
alter table desk_composing
    add constraint desk_composing_whole check (words <> '' or back is not null),
    add constraint desk_composing_back_whole check ((back is null) = (back_id is null) and (back is not null or not back_seen));

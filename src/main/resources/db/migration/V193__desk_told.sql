-- What came by telephone, by mail or in person, and was written down by the team for somebody.
create table desk_told (
    reference  bigint      primary key references desk_item (reference),
    way        varchar(10) not null check (way in ('PHONE', 'MAIL', 'PERSON')),
    -- What the intake asks, as far as it was told; JSON as text. The intake keeps its own once all is known.
    answers    text        not null,
    -- Something that the intake must know is still open.
    incomplete boolean     not null,
    version    bigint      not null
);

-- What signed links are signed with. Each purpose has a secret of its own, made by the portal when it first signs.
create table kernel_secret (
    purpose text primary key,
    secret  bytea not null check (length(secret) = 32)
);

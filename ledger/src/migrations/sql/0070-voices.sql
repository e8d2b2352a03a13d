-- What the public wrote in a call for opinions. The texts are kept apart from the log: an accusation must not travel with a
-- proof, and a text can be taken out when the law wants it. The log holds a salted hash of each; the salt stands here.
create table luoshi.voice_text (
  congress text collate "C" not null,
  id text collate "C" not null check (id ~ '^voice_[a-z0-9]{4,40}$'),
  salt bytea not null,
  text text not null check (length(text) <= 5000),
  primary key (congress, id)
);
alter table luoshi.voice_text enable row level security;
create policy own_congress on luoshi.voice_text to luoshi_app
  using (congress = current_setting('luoshi.congress', true))
  with check (congress = current_setting('luoshi.congress', true));
revoke all on luoshi.voice_text from public, luoshi_app;
grant select, insert, delete on luoshi.voice_text to luoshi_app;

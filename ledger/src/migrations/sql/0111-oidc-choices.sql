-- The sign-in page offers a province's unified identity before anybody belongs to a congress, so this asks as the owner;
-- it answers what the page shows anyway, and nothing of the configuration.
create function oidc_choices() returns table (congress text, label text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select p.congress, p.label from luoshi.oidc_provider p where p.enabled order by p.congress limit 50
$$;
revoke all on function oidc_choices() from public;
grant execute on function oidc_choices() to luoshi_app;

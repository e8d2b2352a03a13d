-- The schema everything lives in, and the role the application comes as.
-- luoshi_app owns nothing and may create nothing; every later file grants it exactly what its tables are for.

DO $$
BEGIN
  -- Roles belong to the whole cluster: another database of it may have made this one already, or be making it now.
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'luoshi_app') THEN
    CREATE ROLE luoshi_app NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT NOLOGIN;
  END IF;
EXCEPTION
  WHEN duplicate_object OR unique_violation THEN NULL;
END
$$;

CREATE SCHEMA IF NOT EXISTS luoshi;

REVOKE ALL ON SCHEMA luoshi FROM PUBLIC;
GRANT USAGE ON SCHEMA luoshi TO luoshi_app;

-- Nobody keeps working tables beside the ledger, and no function is open to all just because it exists.
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
ALTER DEFAULT PRIVILEGES IN SCHEMA luoshi REVOKE ALL ON TABLES FROM PUBLIC;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

DO $$
BEGIN
  EXECUTE format('REVOKE CREATE, TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
END
$$;

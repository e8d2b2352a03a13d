-- How the columns of a county's own sheet are read, as the clerk has chosen or as it was learned; read again with it
-- when repairs are agreed to. Null: no sheet, or not mapped yet.
alter table luoshi.import_draft add column mapping jsonb;

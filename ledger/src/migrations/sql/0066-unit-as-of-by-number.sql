-- A unit's list as of a past moment comes in the order of its numbers and is counted without going to the rows: what
-- the question asks for stands in the index.
drop index luoshi.matter_of_unit_as_of;
create index matter_of_unit_as_of on luoshi.matter_view (congress, unit, number desc)
  include (from_seq, to_seq, status, round);

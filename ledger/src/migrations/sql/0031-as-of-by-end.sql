-- The newest row of a stream is looked for in the order of its key (0004). An index that begins (congress, from_seq) has
-- that order, too, and on an empty table the planner took it: each new stream then read through all rows before it. As of
-- a past moment, rows are found by when they ended: those that hold now, and the few that ended since.
drop index luoshi.matter_as_of;
create index matter_as_of on luoshi.matter_view (congress, to_seq, from_seq);
drop index luoshi.opinion_as_of;
create index opinion_as_of on luoshi.opinion_view (congress, to_seq, from_seq);

-- What is new in the index of words waits in a list until there is enough to be sorted in, and every stretch that a search
-- asks for reads that list from end to end: with the usual four megabytes, more than all the rest of the search. A
-- sixteenth of it costs a writer little, and whoever has to sort it in waits some milliseconds instead of a tenth of a second.
alter index luoshi.matter_words set (gin_pending_list_limit = 256);

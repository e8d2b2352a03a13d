-- By due day a list goes by matter_by_due (0021), and the scan of deadlines by matter_owed (0043); nothing asks by this
-- one any more, and every new version of a matter was entered in it.
drop index luoshi.matter_due;

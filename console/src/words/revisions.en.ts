/** Words of the tracked changes of a document under review. */
export const revisionsEn = {
  title: 'Tracked changes',
  intro:
    'The original carries tracked changes. It was read with all of them accepted; refuse one and it is read as it stood before. You can change your mind at any time.',
  kinds: { inserted: 'Inserted', deleted: 'Deleted' },
  accepted: 'Accepted',
  refused: 'Read as before',
  refuse: 'Refuse this one',
  accept: 'Accept it',
}

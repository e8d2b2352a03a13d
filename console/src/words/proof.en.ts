import type { Messages } from './zh.ts'

export const proofEn: Messages['proof'] = {
  title: 'Proof',
  lead: 'Every entry of the ledger is a leaf of a hash tree that is signed again and again. Whoever holds the proof file can check, without network or database, that nothing was changed.',
  checkpoint: 'Latest signed checkpoint',
  checkpointLead:
    'Keep these lines somewhere else (on paper, with a witness): any later change will contradict them.',
  origin: 'Ledger',
  size: 'Entries',
  root: 'Root',
  copy: 'Copy the checkpoint',
  copied: 'Copied',
  noCheckpoint: 'No checkpoint yet',
  noCheckpointFix: 'One is signed by itself once the first opinion is on record.',
  download: 'Download the proof',
  downloadLead:
    'One file with the proof of all entries. Words erased by law are not in it; the proof still holds.',
  how: 'How to verify offline',
  steps: [
    'Download the proof file and take it to any computer with this software; no network is needed.',
    'Run the command below.',
    '“ok” means complete and unchanged, and raised = matters + exits; otherwise it names the entry that fails.',
  ],
  copyCommand: 'Copy the command',
  command: 'npx luoshi verify proof.jsonl.gz',
  checks: 'What is checked',
  checkList: [
    'Every entry’s hash joins the one before and after; none is missing or added.',
    'The root of the tree agrees with every signed checkpoint.',
    'The signatures are by this ledger’s key.',
    'Opinions raised = matters + exits, none lost.',
  ],
}

import { hallPreparationEn } from './hall-preparation.en.ts'
import type { hallZh } from './hall.zh.ts'

export const hallEn: typeof hallZh = {
  course: 'Steps of the secret ballot',
  rehearsal: 'Rehearsal: counts for nothing',
  lost: 'The connection is lost and is being made again; every step taken is on record.',
  lostShort: 'reconnecting',
  seeAlso: 'See also',
  openScreen: 'Screen of the hall',
  trust: 'Whom to trust, and whom not',
  backToBallot: 'Back to the ballot',
  listComma: '; ',
  steps: {
    prepare: 'Keys and locks',
    publish: 'Fingerprint and slips',
    issue: 'Check-in and tokens',
    vote: 'Voting',
    unseal: 'Tellers open the seals',
    count: 'Count and verification',
    announce: 'Announcement',
  },
  standing: { done: 'done', now: 'now', later: 'later' },
  waitsFor: 'Waiting for: ',
  waits: {
    keys: (made, wanted) => `the issuer’s keys (${made} of ${wanted})`,
    lock: (name) => `tellers to make the ${name.toLowerCase()}`,
    countKey: (name) => `two tellers of the ${name.toLowerCase()}`,
    tellerKey: 'the chief teller’s signing key',
    secondIssuer: 'the tellers’ own issuer',
    voters: (n) => `${n} who have taken nothing yet`,
    ballots: (n) => `${n} ballots that are still out`,
    paperEntries: (n) => `${n} more to count the paper`,
    paperDiffers: 'the two paper counts to agree',
    paperSign: 'the chief teller’s signature of the paper count',
    chair: 'the chair to announce the result',
  },
  voidNow:
    'This round is void and so are all its tokens. Choose “Hold again” above: new keys, and everybody takes a token again.',

  ...hallPreparationEn,

  fingerprint: 'Fingerprint',
  fingerprintTask: 'Publish the fingerprint',
  fingerprintHow:
    'The chair reads it out, and it is printed on the agenda. A phone that shows these four groups has the right ballot.',
  fingerprintCompare:
    'Compare all four groups with your phone. If one differs, stop and tell a teller at once.',
  copyFingerprint: 'Copy it',
  printAgenda: 'Print it for the agenda',
  slipsTask: 'Slips',
  slipsNone: 'not made yet',
  slipsMade: (n) => `${n} made`,
  slipsWhat: (n) =>
    `One a person, for those without an account (${n} here) and for tablets of the hall. Only a hash of each code is kept.`,
  makeSlips: 'Make the slips',
  slipsAgain: 'Make them anew (the old ones are void)',
  printSlips: (n) => `Print ${n} slips`,
  slipsOnce:
    'The codes are shown only now and are gone with this page: print them. Cut, fold, and hand them out face down.',
  slipFold: 'Cut; fold the lower half up over the code; hand to this person only',
  slipInside: 'Scan it to take your token, or type the code on the voter’s page.',
  slipFingerprint: (digits) => `Fingerprint ${digits}`,
  slipOf: (name) => `QR code of ${name}’s slip`,
  issueWhat: (n) => `${n} people may take a token. They do so at check-in; voting comes later.`,
  openIssuing: 'Open issuing',

  issuedCounts: (tokens, paper, eligible) =>
    paper === 0
      ? `${tokens} issued of ${eligible}`
      : `${tokens} issued · ${paper} on paper · of ${eligible}`,
  checkInHow:
    'At check-in everybody scans the code: by account, or by a slip. Who took what is seen here; how anybody votes is seen nowhere.',
  fewPaper: (n, least) =>
    `Only ${n} took paper, fewer than ${least}: counted apart they would be known. Take the paper back, issue tokens and have two tellers transcribe them on a tablet; or use paper for all.`,
  fewTokens: (n, least) =>
    `Only ${n} took tokens, fewer than ${least}, and the others have paper: ballots cast here are published apart and would tell how these people voted. Have them give the tokens up for paper, or some with paper take tokens.`,
  smallTokens: (n, least) =>
    `Only ${n} took tokens, fewer than ${least}: without names, and yet everybody can guess who voted how. Wait for the others, or say so before you begin.`,
  paperBack: (n, least) =>
    `${n} paper ballots are out; at least ${least} must come back${n > least ? '' : ', every single one'}. With fewer, counting them apart would tell how these people voted: they are not taken, and the round is void.`,
  paperBackHow: 'Whoever may leave early should not use paper.',
  lateTitle: 'Somebody comes late',
  lateIssuing:
    'On the roll: takes a token at any time before issuing ends. Wait for him, then begin.',
  latePaper: (n) =>
    `On the roll: issuing has ended, so no token; paper may be taken (${n} use paper already, one among them is not known).`,
  lateFew: (n, least) =>
    `On the roll: issuing has ended, so no token. Only ${n} use paper; one more is still fewer than ${least} and would be known, so no paper either. He sits this round out; to let him vote, void the round and hold another.`,
  lateStranger:
    'Was on leave or absent and has come: the roll was fixed when the ballot was frozen, so neither token nor paper in this round. To let him vote the chair voids it and opens another (“Vote again”), with him marked present.',
  lateVoid: 'Void this round, hold another',
  besideVoting: 'Late-comers, changes to paper, who has taken what',
  scan: 'Scan to take a token and vote',
  voteQr: 'QR code of the voter’s page',
  onlyMissing: 'Only those who have taken nothing',
  name: 'Name',
  way: 'How',
  byAccount: 'Account',
  bySlip: 'Slip',
  took: 'Has',
  act: 'Act',
  paperTooFew: (least) =>
    `Paper can no longer be taken once voting is on: with fewer than ${least} one could tell whose they are.`,
  voterStanding: { none: 'nothing yet', token: 'token', paper: 'paper' },
  takePaper: 'Takes paper',
  takePaperTitle: (name) => `${name} takes paper?`,
  takePaperEffects: (least) => [
    'No token can be taken then',
    'Unused paper may be given back for a token',
    `It goes into the paper box before the voter leaves: with fewer than ${least} back the round is void`,
  ],
  takePaperLate: ['Issuing has ended: this cannot be changed back'],
  takePaperBack: 'Gives paper back',
  toPaper: 'To paper',
  surrender: 'Gives the token up for paper',
  surrenderTitle: (name) => `${name} gives the token up`,
  surrenderWhat:
    'On the own phone the voter gives the token up; scan or paste what the phone shows. Only unused tokens are taken.',
  surrenderText: 'What the phone shows',
  surrenderHint: 'It tells no vote; there was none',
  surrenderWrong: 'That is no token given up, or not all of it was read.',
  minutes: 'Time to vote',
  minuteUnit: 'min',
  noLimit: 'until the chair says so',
  openVoting: 'Close issuing, open voting',
  openVotingTitle: 'Close issuing and open voting?',
  openVotingWithout: (n) => `${n} people have taken nothing and cannot any more in this round`,
  openVotingEffects: ['No token is issued any more', 'Phones go on to voting by themselves'],

  receivedCounts: (issued, received) => `${issued} issued · ${received} received`,
  perBatch: 'Five or more are put in together, so the number moves in steps and tells no order.',
  paperOut: (n) => `${n} paper ballots besides, counted after the opening.`,
  closesIn: (clock) => `${clock} left`,
  timeIsUp: 'Time is up',
  closedByChair: 'No limit: the chair closes it.',
  votingHow: 'Everybody marks, reviews and casts on the phone, and waits for “cast”.',
  phoneDied:
    'A phone died: who saved the token as a QR code votes on a tablet; otherwise the ballot counts as not returned. Never issue again to one person: nobody can tell whether the old token was used. If it must be, the chair voids the round and everybody takes a token again, in two minutes.',
  secondIssued: 'To whom the tellers’ issuer issued',
  secondIssuedHint: (n) =>
    `Run luoshi ballot issuer issued there and paste all it prints; or a slip number a line. ${n} now`,
  secondIssuedWrong: 'This is not what it prints, or not all of it.',
  seal: 'Close voting and seal',
  sealTitle: 'Close voting and seal the ballots?',
  sealPaper: (n, least) =>
    `Count what lies in the paper box first (${n} were handed out): with fewer than ${least} do not seal yet, and let those who have not voted put theirs in`,
  sealWithout: (n) => `${n} ballots are still out and will not be taken any more`,
  sealEffects: [
    'All ballots are put in order and sealed in one file',
    'The hash of the close goes on the screen; nothing can be changed unseen then',
    'Only then may tellers show their shares',
  ],

  sealed: (n) => `Sealed: ${n} ballots`,
  readFromScreen:
    'A teller reads the hash of the close from the hall’s screen and types its last four digits. Shares are shown only when it is public.',
  lastOfHash: 'Last four digits on the screen',
  lastOfHashWrong:
    'Not those of the close. Look again; if they still differ, stop and tell the chair.',
  lockIsOpen: 'open',
  lockIsShut: 'waits for two tellers',
  shareOf: ['One teller’s share', 'Another teller’s share'],
  shareHint: 'Type it from the slip, or scan it',
  shareHolds: '✓ Copied rightly, and of this lock',
  shareLength: (n, wanted) => `${n} signs of ${wanted}`,
  shareSign: (sign) => `“${sign}” stands on no slip`,
  shareWrong: 'Copied wrongly, or of another lock or ballot. Check group by group.',
  shareTwice: 'The same share twice: another teller’s is wanted.',
  openLock: (name) => `Open the ${name.toLowerCase()}`,

  verification: 'Verification',
  verifyFails: (code, about) =>
    `It does not verify (${code}${about === '' ? '' : `, ${about}`}). Announce nothing, keep all files, and tell the chair and the tellers.`,
  paperFirst: 'The paper ballots are not counted and signed yet',
  outcomes: { holds: 'holds', fails: 'fails', notYet: 'not reached' },
  verifyYourself:
    'Anybody can check it: download the published files (one zip) and the verifier’s page, go offline, open the page and choose the zip as it is.',
  bulletin: 'Published files (zip)',
  verifierPage: 'The offline verifier',
  hashes: 'SHA-256 of each file',
  result: 'Result',
  record: 'Record of the secret ballot:',
  contest: 'On',
  blank: 'Blank',
  spoiled: 'Spoiled',
  blankAndSpoiled: 'Blank and spoiled',
  cast: 'Returned',
  ofWhich: (electronic, paper) => `${electronic} cast here, ${paper} on paper`,
  paperTitle: 'Paper ballots',
  paperStated: 'signed',
  paperWhat: (n) =>
    `${n} paper ballots were handed out. Two people count them, each alone; then the chief teller signs.`,
  paperMine: 'You have entered them.',
  paperBy: (name) => `${name} has entered them.`,
  paperDiffers: 'The counts differ. Check yours; whoever is wrong enters again.',
  figures: 'every figure (0 where there is none)',
  paperEnter: 'Enter the paper count',
  signWhat: 'The counts agree. The chief teller enters the signing key, which is not sent.',
  signKey: 'Signing key',
  sign: 'Sign',
  settleWhat:
    'When it verifies, settle the count: the result is published and the rule book applied.',
  settle: 'Settle the count',
  settleTitle: 'Settle the count?',
  settleEffects: [
    'The result is published and stands',
    'The rule book gives the grade; the chair announces it',
  ],
  announceNext:
    'The count stands. The chair announces it below; until then the screen shows no figures.',
  rehearsalEnds:
    'The rehearsal ends here. Its result cannot be announced and counts for nothing; open another ballot for the real one.',

  unanimousTitle: 'Unanimous: everybody’s vote is known',
  unanimousWhat:
    'No system can avoid it: when all vote alike, the result says it. The chair should know before it is on the screen.',
  unanimousKnown: 'The chair knows',

  screenPreparing: 'The ballot is being prepared',
  screenIssuing: 'Check-in',
  screenIssued: (issued, eligible) => `${issued} issued of ${eligible}`,
  screenVoting: 'Voting',
  screenSealed: 'Voting is over and the ballots are sealed',
  screenCounting: 'Counting',
  closeHash: 'Hash of the close (SHA-256)',
  closeHashWhat: (n) =>
    `${n} ballots are sealed. Tellers read the hash aloud before they show a share.`,
  screenVoid: 'This round is void; please wait for new tokens',
}

import { promise } from '@luoshi/domain/ballots/trust-words'
import type { hallPreparationZh } from './hall-preparation.zh.ts'

export const hallPreparationEn: typeof hallPreparationZh = {
  prepareWhat: (contests, eligible) =>
    `${contests === 1 ? 'One ballot' : `${contests} ballots`} a person, ${eligible} people on the roll. Keys first, then tokens at check-in; voting begins when issuing has closed.`,
  coercion: promise.en,
  promise: promise.en,
  promiseShort: 'Compare it with your phone and the agenda',
  insecure:
    'This is an http:// address, where browsers offer no cryptography. Open the https:// address, or the page on the server itself.',
  issuersOf: {
    1: 'One issuer: the system (enough as a rule)',
    2: 'Two issuers: the system and the tellers’ computer; no vote without both (for statutory ballots)',
  },
  prepare: 'Begin the preparation',
  taskDone: 'done',
  taskOpen: 'to do',
  keysTask: 'The issuer’s keys',
  keysMade: (made, wanted) => `${made} of ${wanted}`,
  keysWhat: 'One a ballot, a few seconds each. Go on with the rest meanwhile.',
  lockNames: ['First count lock', 'Second count lock'],
  lockWhat: (name) =>
    `The ${name.toLowerCase()} belongs to three tellers, any two of whom open it. Its key is made in this browser and split in three; only the public key is sent.`,
  lockBy: (name) => `Registered by ${name}`,
  lockOther: 'Two locks, two people: have another teller sign in and make this one.',
  lockMake: 'Three tellers are here: make it',
  lockAgain: 'Make it anew (the old one is void)',
  tellerKeyTask: 'The tellers’ signing key',
  tellerKeyWhat: 'With it the chief teller signs the paper counts, if anybody takes paper.',
  tellerKeyMake: 'The chief teller is here: make it',
  secondIssuerTask: 'The tellers’ own issuer',
  secondIssuerWhat:
    'Run the issuer on the tellers’ computer and register its address and keys here.',
  secondIssuerIs: (url, keys) => `${url}, ${keys} keys`,
  secondIssuerName: 'Register the issuer',
  secondIssuerUrl: 'Address',
  secondIssuerKeys: 'Keys',
  secondIssuerKeysHint: (n) =>
    `Paste what the issuer prints; ${n} ${n === 1 ? 'key is' : 'keys are'} wanted`,
  secondIssuerKeysWrong: 'That is not what the issuer prints, or the number of keys is wrong.',
  freezeWhat:
    'Once frozen, questions, roll and keys stand; to change them, void it and begin again.',
  freeze: 'Freeze the manifest',
  freezeTitle: 'Freeze the manifest?',
  freezeEffects: [
    'Questions, number of people and keys are fixed',
    'It gets a fingerprint, to be read aloud and printed on the agenda',
  ],

  holders: ['The first teller', 'The second teller', 'The third teller'],
  chief: 'The chief teller',
  beginThree: [
    'Three tellers stand at this computer, everybody else away from the screen; no projector, no recording.',
    'The key is made in this browser and split in three. No share is ever sent; with this window they are gone.',
    'Each sees their own share, writes it down or prints it, and seals it in an envelope.',
    'To count, any two of the three enter theirs; one alone opens nothing.',
  ],
  beginOne: [
    'The chief teller stands at this computer, everybody else away from the screen; no projector, no recording.',
    'The key is made in this browser and never sent; with this window it is gone.',
  ],
  begin: 'Everybody is here: make the key',
  stepUp: (holder) => `${holder}, please`,
  lookAway: 'Everybody else turns away. Show it when ready.',
  show: 'Show my share',
  yours: (holder) => `${holder}’s share`,
  slipQr: 'QR code of the share',
  slipHow:
    'Fourteen groups. Capitals do not matter; I, L, O and U are never used: a circle is zero.',
  slipTitle: (what, holder) => `${what}: ${holder}`,
  slipKeep:
    'Show or read it only when the statement of the close is on the screen. Until then show it to nobody and take no picture.',
  printSlip: 'Print the slip',
  noted: 'Written down or printed: hide it',
  hidden: (holder) => `${holder}’s share is hidden`,
  lastGroup: 'Type the last group of your slip (4 signs)',
  lastGroupWrong: 'That is not what was shown. Look at the slip again, or show it once more.',
  confirmed: 'It is right: the next one',
  showAgain: 'Show it again',
  proofTitle: 'Test seal: a random text was sealed, and every two shares open it.',
  proofOf: (pair) => `Shares ${pair}`,
  registerWhat:
    'Now the public key is registered. The window closes, and no share is left on this computer.',
  sharesLost:
    'One share lost does no harm: the other two open the lock. Two lost, and no ballot can ever be opened; the vote has to be taken again. Keep them well.',
  tellerKeyLost: 'Without it paper counts cannot be signed; if paper was used, the round is void.',
  register: 'Register the public key',
  undone: (tasks) => `Still to be done: ${tasks.join(', ')}`,
}

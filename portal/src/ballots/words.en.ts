/** What the voter's page says, in English. */
import { refusalsEn } from '@luoshi/ballots/protocol/refusals.en'
import { sentenceOf, type Words } from './words.zh.ts'

export const en: Words = {
  loading: 'Opening the ballot…',
  retrying:
    'The server cannot be reached; trying again by itself. Tokens and ballots kept on this device are safe.',
  otherLanguage: '中文',

  insecureTitle: 'You cannot vote at this address',
  insecure: [
    'Browsers offer the cryptography that keeps a ballot secret only at encrypted addresses (https://). This one begins with http://.',
    'Open the https:// address or the QR code of the hall, use a tablet of the hall, or ask for a paper ballot.',
  ],
  insecureTry: 'Open the encrypted address',
  oldTitle: 'This browser is too old to vote with',
  old: ['Update WeChat or the browser, use a tablet of the hall, or ask for a paper ballot.'],
  noStorageTitle: 'This browser keeps nothing',
  noStorage: [
    'Tokens and ballots are kept on the device before they are sent, so that nothing is lost. Your browser is in private mode or forbids websites to keep data.',
    'Leave private mode, use another browser or a tablet of the hall, or ask for a paper ballot. No token has been taken and nothing is lost.',
  ],
  otherTabTitle: 'This page is open in another window',
  otherTab:
    'So that no ballot is sent twice, only one window works at a time. Go back to the other one.',
  takeOver: 'The other window is gone; go on here',
  changedTitle: 'The ballot has changed: do not vote yet',
  changed: [
    'The ballot you took tokens for is not the one the server shows now. The chair may have called a new round, or somebody may have tampered with it.',
    'Compare the fingerprint with the screen of the hall and the agenda. Go on only when they agree; otherwise tell a teller at once.',
  ],
  changedGoOn: 'They agree; go on with the new ballot',
  rehearsal: 'Rehearsal: counts for nothing',
  rehearsalTitle: '[Rehearsal] ',

  fingerprint: 'Fingerprint of the ballot',
  fingerprintCompare:
    'Compare it with the screen of the hall and the agenda, group by group. Go on only when all four agree.',
  fingerprintShort: (fingerprint) => `Fingerprint ${fingerprint}`,
  hello: (name) => `You are ${name}`,
  notYou: 'Not you? Sign out',
  preparing: 'The ballot is being prepared. This page goes on by itself.',
  counts: (issued, eligible) => `${issued} of ${eligible} have taken tokens`,
  received: (issued, received) => `Issued ${issued} · received ${received}`,
  many: (contests) => `There are ${contests} ballots, one for each person appraised.`,
  one: 'There is one ballot.',

  checkInTitle: 'Check in and take your token',
  take: 'Take the token',
  taking: 'Taking it…',
  slip: 'Slip code',
  secondSlip: 'Second slip code',
  slipHint: 'On the paper slip you were given, one for each person. Show it to nobody.',
  secondSlipHint: 'On the slip the tellers gave you.',
  slipMissing: 'Enter the slip code.',
  signIn: 'I have an account: sign in',
  useSlip: 'Or use the code on your slip',
  takenLead: (tokens) => `Tokens on this device: ${tokens}.`,
  takenHow: [
    'They are on this device alone; the server does not know which are yours. Do not clear the browser’s data before the end.',
    'When the chair opens the voting, this page goes on by itself.',
  ],
  holdingTitle: 'Token taken; waiting for the vote',
  saveQr: 'Save the token as a QR code',
  saveQrWhy:
    'Battery low, or no phones during the vote? Save the token as a QR code and vote at a tablet of the hall.',
  giveUpTitle: 'Give the token back and vote on paper',
  giveUpWhat:
    'All tokens on this device become void; nothing can be cast with them any more. Possible only before casting.',
  giveUpSure: 'Give it back',
  giveUpShow:
    'Have the staff scan the codes in order, or copy the text for them. It shows no choice. Take the paper after it is registered.',
  giveUpText: 'Text of the surrender',
  givenUp: 'The token is given up and deleted here. Please take a paper ballot from the staff.',
  giveUpDone: 'Registered; clear the tokens on this device',
  noTokenTitle: 'No token on this device',
  noToken:
    'Issuing has closed. If you took a token on another phone or tablet, use that one; if not, ask for a paper ballot.',
  loadQr: 'Vote with a token’s QR code',
  overTitle: 'Voting has ended',
  unusedTitle: 'The token was not used',
  unused:
    'Voting has ended. The token on this device was not cast: it counts as issued and not returned.',

  nth: (at, of) => `${at} of ${of}`,
  hiddenMark: 'Chosen and covered.',
  showMark: 'Show again',
  shownMark: 'Covered again in a few seconds.',
  notMarked: 'Nothing chosen yet.',
  clearMark: 'Leave it blank',
  back: 'Back',
  next: 'Next',
  toReview: 'Review',
  closesIn: (time) => `Voting closes in ${time}`,

  reviewTitle: 'Review and cast',
  marked: 'chosen',
  blank: 'blank',
  change: 'Change',
  showAll: 'Show my choices',
  hideAll: 'Cover them',
  blanks: (count) => `${count} left blank. A blank counts neither for nor against.`,
  coercion:
    'Whoever runs the system cannot connect ballots with people even with the whole database. But it cannot keep you from proving to somebody how you voted, nor others from looking at your screen.',
  trust: 'Whom you have to trust, and whom not',
  cast: (ballots) => `Cast (${ballots})`,
  casting: 'Sealing…',

  sendingTitle: 'On its way',
  castTitle: 'Cast',
  sendingLead:
    'The ballots are sealed. Each leaves at a random moment within a minute, so that the order tells nothing.',
  pooledLead:
    'The ballots have reached the box. They go in together when enough wait, so the receipt takes a while; only a receipt makes a ballot cast.',
  castLead: 'The box’s receipt for every ballot is there and holds. You may put the phone away.',
  sendsItself: 'No need to watch: it sends again by itself, also when you come back later.',
  undo: 'Take back and change',
  undoUntil: 'Possible until the first one has left.',
  stepMade: 'waiting to leave',
  stepSent: 'arrived, waiting for the receipt',
  stepSending: 'being sent',
  stepUnreachable: 'the box cannot be reached; trying again',
  stepBadReceipt: 'the receipt is wrong; trying again. Tell a teller if it stays so',
  stepReceived: 'cast',
  stepRefused: 'not taken by the box',
  stepFound: 'in the sealed file',
  stepMissing: 'not in the sealed file',
  checkCode: 'Check code',
  checkCodes:
    'Note the check codes. After the close any device can tell whether they are in. They do not show how you voted.',
  refusedProof:
    'The ballot itself is the proof: keep this device’s data and show this page to a teller.',

  endedTitle: 'Voting has ended',
  checkingLead:
    'In a while this device downloads all sealed ballots and looks for yours. It takes the whole file, so the server does not learn which is yours.',
  checkedLead: 'All your ballots are in the sealed file.',
  checkedNone: 'The sealed file is not published yet; it is checked when it is.',
  checkFailed: (why) => `The check failed: ${why}`,
  missingLead:
    'A ballot with a receipt is not in the sealed file. Object: only the receipt is sent; it does not tell who you are or how you voted.',
  lostLead: 'A ballot without a receipt is not in the sealed file: it was not cast. Tell a teller.',
  object: 'Object',
  objected: 'Your objection is published with the result. Tell a teller as well.',
  bulletin: 'Download all published files and check them yourself',
  voidTitle: 'This round is void',
  voidNext: 'Take a token in the new round',
  voidLead:
    'The chair declared all tokens of this round void. Open the address or QR code of the new round and take a token again. Nobody’s choice was revealed.',
  forget: 'Clear what this device keeps of the ballot',
  forgetWhy:
    'Your choices are not in it, only check codes and sealed ballots. Afterwards this device can check no more.',
  forgetSure: 'Yes, clear it',
  forgotten: 'Cleared.',

  qrTitle: 'Token as a QR code',
  qrWarn:
    'Whoever has it can vote in your place. Photograph or print it, scan it at a tablet of the hall, then delete it.',
  qrAt: (at, of) => `Code ${at} of ${of}`,
  qrHolds: (tokens) => `${tokens} token${tokens === 1 ? '' : 's'} in it`,
  listed: '; ',
  qrText: 'Token as text',
  print: 'Print',
  close: 'Back',
  previous: 'Previous',
  following: 'Next',
  loadTitle: 'Vote with a token’s QR code',
  loadLead: 'Scan the codes one after the other with the scanner, or paste the token’s text.',
  loadLabel: 'Token as text',
  load: 'Read the token',
  loadNone: 'No token was read. Scan the whole code once more.',
  loadOther: 'That token belongs to another ballot or is damaged.',
  loaded: (tokens) => `Tokens read: ${tokens}.`,

  tabletTitle: 'Tablet of the hall',
  tabletLead:
    'Shared by all: it is emptied after each person and keeps neither choices nor tokens.',
  tabletDone: 'Note the check codes, then pass it on.',
  tabletNext: 'Done; next person',
  tabletLost:
    'Your ballot has not left yet. Passing on now throws the token away, and there is no second one.',
  tabletLostSure: 'Throw the token away and pass on',
  tabletLeft: (ballots) =>
    `${ballots} ballots of people before you still wait for receipts. Do not close this page.`,
  tabletIdle: (seconds) => `Emptied in ${seconds} s. Touch the screen if you are still here.`,
  tabletIdleToken: (seconds) =>
    `Emptied in ${seconds} s, with the token that is not yet cast; there is no other. Touch the screen if you are still here.`,

  unreachable: 'The server cannot be reached. Check the network and try again.',
  unreadable: 'The server’s answer makes no sense. Tell the staff.',
  manifestBad: 'The manifest is wrong. Tell a teller.',
  manifestOther:
    'The manifest does not fit the fingerprint the server names. Tell a teller and take no token.',
  failed: (code) => sentenceOf(refusalsEn, code) ?? `It did not work (${code}). Tell the staff.`,
}

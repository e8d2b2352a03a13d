/**
 * Why the issuer, the box or the verifier turns something down: the codes are the protocol's own and never change, the
 * sentences say what to do. Source: ballot.md 3.3, 4 and 11.2 (the protocol's design).
 */
export const protocolRefusals = {
  ALREADY_CAST: {
    zh: '这张票已经投过，同一票证只能投一次。',
    en: 'This token was used already; one token casts one ballot.',
  },
  ALREADY_ISSUED: {
    zh: '票证已经发给您，请用当时的手机或平板继续。',
    en: 'Your token was issued already. Go on with the device you took it on.',
  },
  BAD_BALLOT_KEY: {
    zh: '选票的一次性公钥不是有效的点。',
    en: 'The ballot’s one-time key is no point of the curve.',
  },
  BAD_BLINDED_MESSAGE: {
    zh: '领票请求不完整，请刷新页面重新领票。',
    en: 'The request for a token is damaged. Reload the page and ask again.',
  },
  BAD_BLIND_SIGNATURE: {
    zh: '发票机的签名与公布的公钥不符，不要使用，请告知监票人。',
    en: 'The issuer’s signature does not fit the published key. Do not use it; tell a teller.',
  },
  BAD_ENCODING: { zh: '编码不是规定的写法。', en: 'An encoding is not the canonical one.' },
  BAD_FORMAT: { zh: '内容的格式不符合规定。', en: 'The format is not the one laid down.' },
  BAD_MANIFEST: { zh: '票样文件的内容不符合规定。', en: 'The manifest is not as laid down.' },
  BAD_ORDER: {
    zh: '文件没有按规定的次序排列，或有重复。',
    en: 'The file is not in its order, or has a line twice.',
  },
  BAD_RECEIPT: {
    zh: '回执的签名不对，请留存并告知监票人。',
    en: 'The receipt’s signature is wrong. Keep it and tell a teller.',
  },
  BAD_RELEASE: {
    zh: '公布的计票私钥与票样上的公钥不符。',
    en: 'A released count key does not fit the manifest’s.',
  },
  BAD_SHARES: {
    zh: '监票人的口令份额合不成计票钥匙，请逐份核对后重输。',
    en: 'The tellers’ shares do not make the count key. Check each and enter them again.',
  },
  BAD_SIGNATURE: {
    zh: '选票的签名不对，内容可能被改过。',
    en: 'The ballot’s signature is wrong: it may have been changed.',
  },
  BAD_STATEMENT_SIGNATURE: { zh: '声明的签名不对。', en: 'The statement’s signature is wrong.' },
  BAD_TOKEN: {
    zh: '票证不是本次、本项的有效票证。',
    en: 'The token is none of this event and contest.',
  },
  COUNT_MISMATCH: {
    zh: '封存文件的票数与封票声明不符。',
    en: 'The number of sealed ballots is not the one stated.',
  },
  DUPLICATE_TOKEN: { zh: '同一票证出现了两张选票。', en: 'One token has two ballots.' },
  FILE_MISSING: { zh: '公布的文件夹缺少文件。', en: 'A file is missing in the published folder.' },
  FINGERPRINT_MISMATCH: {
    zh: '票样的指纹与您记下的不符。',
    en: 'The manifest’s fingerprint is not the one you noted.',
  },
  ISSUED_FILE_CHANGED: {
    zh: '发票登记在封票以后被改过。',
    en: 'The register of issued tokens was changed after the close.',
  },
  ISSUED_TWICE: { zh: '发票登记里有人领了两次。', en: 'The register shows one voter twice.' },
  ISSUE_CLOSED: {
    zh: '发票已经结束，请领纸质票。',
    en: 'Issuing has closed. Ask for a paper ballot.',
  },
  MORE_CAST_THAN_ISSUED: {
    zh: '投出的票多于发出的票证。',
    en: 'More ballots were cast than tokens issued.',
  },
  MORE_ISSUED_THAN_ELIGIBLE: {
    zh: '发出的票证多于有表决权的人数。',
    en: 'More tokens were issued than people are entitled.',
  },
  MORE_PAPER_THAN_ISSUED: {
    zh: '收回的纸质票多于发出的纸质票。',
    en: 'More paper ballots came back than were issued.',
  },
  NOT_ELIGIBLE: { zh: '您不在本项测评的名册上。', en: 'You are not on the roll of this contest.' },
  NOT_OPEN: { zh: '投票还没有开始。', en: 'Voting has not begun.' },
  PAPER_DOES_NOT_ADD_UP: { zh: '纸质票的各项票数加不拢。', en: 'The paper counts do not add up.' },
  PAPER_ISSUED: { zh: '您已经领取纸质票。', en: 'You have taken a paper ballot.' },
  RECEIPTED_BALLOT_MISSING: {
    zh: '有回执的选票不在封存文件里。',
    en: 'A ballot with a receipt is not among the sealed ones.',
  },
  RESULT_MISMATCH: {
    zh: '公布的结果与重新计票不一致。',
    en: 'The announced result is not what the recount gives.',
  },
  SEALED_FILE_CHANGED: {
    zh: '封存的选票文件在封票以后被改过。',
    en: 'The sealed ballots were changed after the close.',
  },
  TOO_BIG: { zh: '内容超过规定的大小。', en: 'It is larger than allowed.' },
  TOO_LATE: { zh: '投票已经结束。', en: 'Voting has closed.' },
  UNKNOWN_CONTEST: { zh: '没有这一项测评。', en: 'There is no such contest.' },
  WRONG_MANIFEST: { zh: '票样不是本次的票样。', en: 'That is not the manifest of this event.' },
} as const satisfies Readonly<Record<string, Readonly<{ zh: string; en: string }>>>

export type ProtocolCode = keyof typeof protocolRefusals

/** `about` says where: a file, a line, a field. Never what a ballot holds. */
export type ProtocolRefusal = Readonly<{ code: ProtocolCode; about: string }>

export function refusalOf(code: ProtocolCode, about = ''): ProtocolRefusal {
  return { code, about }
}

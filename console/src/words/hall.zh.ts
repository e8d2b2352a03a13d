/** Words of a ballot cast here: preparation, check-in, the hall's screen, the close and the count. */
import { hallPreparationZh } from './hall-preparation.zh.ts'

export const hallZh = {
  course: '无记名投票的步骤',
  rehearsal: '演练　不计入任何结果',
  lost: '与服务器的联系断了，正在自动重连；已经办好的步骤都在案。',
  lostShort: '重连中',
  seeAlso: '另见',
  openScreen: '会场大屏幕',
  trust: '要相信谁，不必相信谁',
  backToBallot: '返回这次测评',
  listComma: '；',
  steps: {
    prepare: '准备密钥和计票锁',
    publish: '公布指纹、印领票条',
    issue: '签到发票',
    vote: '投票',
    unseal: '监票人开票',
    count: '计票和复核',
    announce: '宣布结果',
  },
  standing: { done: '已办', now: '正在办', later: '以后' },
  waitsFor: '在等：',
  waits: {
    keys: (made: number, wanted: number) => `系统生成发票密钥（${made}／${wanted}）`,
    lock: (name: string) => `监票人生成${name}`,
    countKey: (name: string) => `${name}的两位监票人`,
    tellerKey: '总监票人生成签名钥匙',
    secondIssuer: '监票人登记发票机',
    voters: (n: number) => `还有 ${n} 人没有领票`,
    ballots: (n: number) => `还有 ${n} 张票没有收到`,
    paperEntries: (n: number) => `还有 ${n} 人清点录入纸质票`,
    paperDiffers: '两人清点的纸质票不一致，请各自核对更正',
    paperSign: '总监票人对纸质票计数签名',
    chair: '主持人宣布结果',
  },
  voidNow:
    '本轮已经作废，本轮的票证全部失效。点右上角“重新测评”再开一轮：密钥重新生成，每人重新领票。',

  ...hallPreparationZh,

  // The fingerprint and slips
  fingerprint: '票样指纹',
  fingerprintTask: '公布票样指纹',
  fingerprintHow: '请主持人读给大家听，并印在议程上。手机上看到的四组与此一致，才是这次的票。',
  fingerprintCompare: '请与手机上显示的指纹逐组核对，四组都一致再往下做；不一致，立即告诉监票人。',
  copyFingerprint: '复制指纹',
  printAgenda: '打印附在议程后面',
  slipsTask: '领票条',
  slipsNone: '还没有生成',
  slipsMade: (n: number) => `已生成 ${n} 张`,
  slipsWhat: (n: number) =>
    `一人一张，供没有账号的人和会场平板领票用；这次名册上 ${n} 人没有账号。系统只留校验值，不留票证码。`,
  makeSlips: '生成领票条',
  slipsAgain: '重新生成（原来的作废）',
  printSlips: (n: number) => `打印 ${n} 张领票条`,
  slipsOnce:
    '票证码只在这里显示这一次，离开本页就没有了，请现在打印。打印后沿线裁开，下半折上来盖住票证码，背面朝上发给本人。',
  slipFold: '裁开后下半折上来，盖住票证码；交本人，不要代领',
  slipInside: '扫码打开即可领票；或者在投票页面输入上面的票证码。',
  slipFingerprint: (digits: string) => `票样指纹 ${digits}`,
  slipOf: (name: string) => `${name}的领票二维码`,
  issueWhat: (n: number) => `可以领票的 ${n} 人。开始发票后，大家签到时就领票，但还不能投。`,
  openIssuing: '开始发票',

  // Check-in
  issuedCounts: (tokens: number, paper: number, eligible: number) =>
    paper === 0
      ? `已发 ${tokens} · 应到 ${eligible}`
      : `已发 ${tokens} · 纸质票 ${paper} · 应到 ${eligible}`,
  checkInHow:
    '签到时请大家扫码：有账号的登录领票，没有账号的用领票条。谁领了票、谁用纸质票，这里看得到；怎么投的，谁也看不到。',
  fewPaper: (n: number, least: number) =>
    `只有 ${n} 人用纸质票，不足 ${least} 人，单独计票就等于公开他们怎么投的。请收回纸质票，改领票证，由两名监票人在会场平板上按其所划代为录入；或者全体改用纸质票。`,
  fewTokens: (n: number, least: number) =>
    `领电子票证的只有 ${n} 人，不足 ${least} 人，其余用纸质票：电子选票单独公布，等于公开这几个人怎么投的。请让他们交回票证、改用纸质票，或者请几位用纸质票的改领票证。`,
  smallTokens: (n: number, least: number) =>
    `领票的只有 ${n} 人，不足 ${least} 人：票虽无名，谁怎么投的大家也猜得到。请等人到齐，或者说明以后再开始。`,
  paperBack: (n: number, least: number) =>
    `已发纸质票 ${n} 张，投票结束时至少要收回 ${least} 张${n > least ? '' : '，一张也不能少'}。收回不足 ${least} 张，单独计票就等于公开他们怎么投的，系统不收，这一轮只能作废重来。`,
  paperBackHow: '可能提前离场的人，请不要用纸质票。',
  lateTitle: '有人迟到',
  lateIssuing: '名册上的人迟到：发票结束以前随时可以领票，请稍等他们，再开始投票。',
  latePaper: (n: number) =>
    `名册上的人迟到：发票已经结束，领不到票证，可以领纸质票（已有 ${n} 人用纸质票，混在一起看不出是谁的）。`,
  lateFew: (n: number, least: number) =>
    `名册上的人迟到：发票已经结束，领不到票证；用纸质票的只有 ${n} 人，再加一人也不足 ${least} 人，单独计票就等于公开他怎么投的，所以也不能领纸质票。这一轮他不参加，按“未领票”算；要让他参加，只有作废本轮，重新来一轮。`,
  lateStranger:
    '原来请假、缺席的人赶到了：名册在封定票样时已经固定，他不在本轮名册上，票证和纸质票都不能领。要让他参加，请主持人作废本轮，用“重新测评”再开一轮，开轮时把他改为“到会”。',
  lateVoid: '作废本轮，重新来一轮',
  besideVoting: '有人迟到、要改用纸质票、要看谁领了票',
  scan: '扫码领票、投票',
  voteQr: '投票页面的二维码',
  onlyMissing: '只看还没有领票的',
  name: '姓名',
  way: '领票方式',
  byAccount: '登录领票',
  bySlip: '领票条',
  took: '已领',
  act: '办理',
  paperTooFew: (least: number) =>
    `投票开始以后不能再换纸质票：纸质票不足 ${least} 张，谁投的就看得出来。`,
  voterStanding: { none: '还没有', token: '票证', paper: '纸质票' },
  takePaper: '领纸质票',
  takePaperTitle: (name: string) => `${name}领纸质票？`,
  takePaperEffects: (least: number) => [
    '登记后不能再领票证',
    '没有投的纸质票可以交回，再改领票证',
    `请本人把票投进票箱再离场：全场纸质票收回不足 ${least} 张，这一轮只能作废重来`,
  ],
  takePaperLate: ['发票已经结束：登记以后不能再改'],
  takePaperBack: '交回纸质票',
  toPaper: '改用纸质票',
  surrender: '交回票证，改用纸质票',
  surrenderTitle: (name: string) => `${name}交回票证`,
  surrenderWhat:
    '请本人在自己的手机上交回票证，把手机给出的文字扫进来或者贴进来。只收没有投出的票证。',
  surrenderText: '手机给出的文字',
  surrenderHint: '看不出投了什么，也没有投过',
  surrenderWrong: '不是交回票证的文字，或者没有扫全。',
  minutes: '投票时间',
  minuteUnit: '分钟',
  noLimit: '不限，主持人宣布结束',
  openVoting: '发票结束，开始投票',
  openVotingTitle: '发票结束，开始投票？',
  openVotingWithout: (n: number) => `还有 ${n} 人没有领票，这一轮他们不能再领`,
  openVotingEffects: ['不能再领票证', '手机自动进入投票'],

  // Voting
  receivedCounts: (issued: number, received: number) => `已发 ${issued} · 已收 ${received}`,
  perBatch: '够 5 张才一起入箱，所以“已收”一批一批地变：从先后看不出是谁的。',
  paperOut: (n: number) => `另有纸质票 ${n} 张，开票后清点。`,
  closesIn: (clock: string) => `距投票结束 ${clock}`,
  timeIsUp: '投票时间已到',
  closedByChair: '不限时间，由主持人宣布结束。',
  votingHow: '请大家在手机上表态、检查、投出，看到“已投”再合上手机。',
  phoneDied:
    '手机坏了、没电了：已存票证二维码的，到会场平板上投；没有存的，这张票按“发出未收回”算。不能给一个人补发：谁也不知道他原来的票投了没有。确有必要，请主持人宣布本轮作废，重新来一轮，约两分钟。',
  secondIssued: '监票人发票机发给了谁',
  secondIssuedHint: (n: number) =>
    `在发票机上运行 luoshi ballot issuer issued，把它给出的文字整段贴来；也可以一行一个票条号。现有 ${n} 张`,
  secondIssuedWrong: '不是发票机给出的文字，或者没有贴全。',
  seal: '结束投票，封票',
  sealTitle: '结束投票，封票？',
  sealWithout: (n: number) => `还有 ${n} 张票没有收到，封票后不能再收`,
  sealPaper: (n: number, least: number) =>
    `先数纸质票箱里的张数（发出 ${n} 张）：不足 ${least} 张的先不要封票，请还没有投的人投进来`,
  sealEffects: [
    '票箱里的全部选票排好次序，封成一个文件',
    '封票声明的校验码投到大屏幕上，此后一个字都改不了',
    '然后监票人才可以出示口令',
  ],

  // Opening
  sealed: (n: number) => `已封票，共 ${n} 张选票`,
  readFromScreen:
    '请一位监票人看会场大屏幕，读出封票声明校验码，并把最后一组（4 位）输在下面。校验码已经公开，才可以出示口令。',
  lastOfHash: '大屏幕上校验码的最后 4 位',
  lastOfHashWrong: '与封票声明不符。请再看一遍大屏幕；还是不符，停下来，报告主持人。',
  lockIsOpen: '已打开',
  lockIsShut: '等两位监票人',
  shareOf: ['一位监票人的口令', '另一位监票人的口令'],
  shareHint: '照纸条输入，或者用扫码枪扫二维码',
  shareHolds: '✓ 抄写无误，是这把锁的',
  shareLength: (n: number, wanted: number) => `现有 ${n} 位，应为 ${wanted} 位`,
  shareSign: (sign: string) => `纸条上不会有“${sign}”，请核对`,
  shareWrong: '这一份抄错了，或者不是这把锁、这次测评的，请逐组核对。',
  shareTwice: '两次输的是同一份，请另一位监票人输入。',
  openLock: (name: string) => `打开${name}`,

  // Counting
  verification: '复核报告',
  verifyFails: (code: string, about: string) =>
    `复核没有通过（${code}${about === '' ? '' : `，${about}`}）。先不要宣布，保留全部文件，报告主持人和监票人。`,
  paperFirst: '纸质票还没有计完、签名',
  outcomes: { holds: '通过', fails: '不通过', notYet: '没有查到这一步' },
  verifyYourself:
    '任何人都可以自己复核：下载公布的文件（一个压缩包）和复核页面，断开网络，双击打开复核页面，选中压缩包，不用解压。',
  bulletin: '下载公布的文件（zip）',
  verifierPage: '下载离线复核页面',
  hashes: '各文件的 SHA-256',
  result: '投票结果',
  record: '无记名测评记录：',
  contest: '内容',
  blank: '未填',
  spoiled: '废票',
  blankAndSpoiled: '未填和废票',
  cast: '收回',
  ofWhich: (electronic: number, paper: number) => `其中电子 ${electronic}、纸质 ${paper}`,
  paperTitle: '纸质票',
  paperStated: '已签名',
  paperWhat: (n: number) =>
    `发出纸质票 ${n} 张。由两人各自清点录入，互相看不到；一致后总监票人签名。`,
  paperMine: '您已录入。',
  paperBy: (name: string) => `${name}已录入。`,
  paperDiffers: '两人清点的不一致，请各自核对；录错的一方更正后重新提交。',
  figures: '各项票数（没有的填0）',
  paperEnter: '提交纸质票计数',
  signWhat: '两人清点一致。请总监票人输入自己的签名钥匙，对计数签名；钥匙不会发给系统。',
  signKey: '监票人签名钥匙',
  sign: '签名',
  settleWhat: '复核通过后确认计票：结果写进公布的文件，按本级办法算出等次。',
  settle: '确认计票',
  settleTitle: '确认计票？',
  settleEffects: ['公布结果文件，此后不能再改', '按本级办法算出等次，由主持人宣布'],
  announceNext: '计票已确认。请主持人在下面宣布结果；宣布以前，大屏幕上不显示票数。',
  rehearsalEnds: '演练到此结束。演练的结果不能宣布，也不计入任何评议；正式投票请另开一次测评。',

  // The chair
  unanimousTitle: '全票一致，每个人怎么投的都会被知道',
  unanimousWhat:
    '这不是系统能够避免的：大家投得完全一样，结果本身就说明了。投到大屏幕以前，请主持人知悉。',
  unanimousKnown: '主持人已经知悉',

  // The hall's screen
  screenPreparing: '正在准备票样',
  screenIssuing: '签到领票',
  screenIssued: (issued: number, eligible: number) => `已发 ${issued} · 应到 ${eligible}`,
  screenVoting: '正在投票',
  screenSealed: '投票已结束，选票已封存',
  screenCounting: '正在计票',
  closeHash: '封票声明校验码（SHA-256）',
  closeHashWhat: (n: number) => `共封存选票 ${n} 张。请监票人读出校验码，然后再出示口令。`,
  screenVoid: '本轮作废，请等候重新领票',
}

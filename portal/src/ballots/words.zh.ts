/** All that the voter's page says, in Chinese; English stands beside it and is fetched only when asked for. */
import { refusalsZh } from '@luoshi/ballots/protocol/refusals.zh'

/** Of a refusal of the protocol; nothing for another code. */
export function sentenceOf(
  all: Readonly<Record<string, string>>,
  code: string,
): string | undefined {
  return Object.entries(all).find(([name]) => name === code)?.[1]
}

export const zh = {
  loading: '正在打开票样……',
  retrying: '连不上服务器，正在自动重试。已经保存在本机的票证和选票不会丢。',
  otherLanguage: 'English',

  insecureTitle: '这个网址不能投票',
  insecure: [
    '为了保护无记名，浏览器只在加密网址（https://）上提供投票所需的密码功能；您打开的是 http:// 网址。',
    '请改用会务人员提供的 https:// 网址或二维码重新打开。也可以使用会场平板，或者向工作人员领取纸质票。',
  ],
  insecureTry: '改用加密网址打开',
  oldTitle: '这个浏览器太旧，不能投票',
  old: ['请把微信或浏览器升级后再试，也可以使用会场平板，或者向工作人员领取纸质票。'],
  noStorageTitle: '这个浏览器不肯保存票证',
  noStorage: [
    '票证和选票要先存在本机再发送，这样断网、刷新都不会丢。您的浏览器处于无痕模式，或者禁止网站保存数据。',
    '请退出无痕模式、换一个浏览器打开本页，或者使用会场平板；也可以向工作人员领取纸质票。您的票证还没有领取，什么都没有丢。',
  ],
  otherTabTitle: '本页已在另一个窗口打开',
  otherTab: '为避免一张票发两次，同一时间只有一个窗口可以操作。请回到原来的窗口。',
  takeOver: '原来的窗口找不到了，在这里继续',
  changedTitle: '票样变了，先不要投票',
  changed: [
    '您领票时的票样，与服务器现在给出的不是同一份。可能是主席宣布重新投票，也可能是有人动了手脚。',
    '请与会场屏幕和会议议程上的指纹核对：一致，就按新的票样继续；不一致，请立即告诉监票人。',
  ],
  changedGoOn: '指纹一致，按新的票样继续',
  rehearsal: '演练　不计入任何结果',
  rehearsalTitle: '【演练】',

  fingerprint: '票样指纹',
  fingerprintCompare: '请与会场屏幕、会议议程上的指纹逐组核对，四组都一致再往下做。',
  fingerprintShort: (fingerprint: string) => `票样指纹 ${fingerprint}`,
  hello: (name: string) => `您是：${name}`,
  notYou: '不是您本人？请退出登录',
  preparing: '票样正在准备。准备好后，本页会自动往下走，不用刷新。',
  counts: (issued: number, eligible: number) => `已发 ${issued} 人，应到 ${eligible} 人`,
  received: (issued: number, received: number) => `已发 ${issued} · 已收 ${received}`,
  many: (contests: number) => `这次一共 ${contests} 张票，一人一张，逐个表态。`,
  one: '这次一共 1 张票。',

  checkInTitle: '签到领票',
  take: '领取票证',
  taking: '正在领取……',
  slip: '票证码',
  secondSlip: '第二道票证码',
  slipHint: '在工作人员发给您的纸条上，一人一码。不分先后，请不要给别人看。',
  secondSlipHint: '在监票人另外发给您的纸条上。',
  slipMissing: '请输入票证码。',
  signIn: '我有账号，登录后领票',
  useSlip: '或者用纸条上的票证码',
  takenLead: (tokens: number) => `票证已领到本机，共 ${tokens} 张。`,
  takenHow: [
    '票证只存在这部设备上，服务器也不知道哪一张是您的。投票结束前，请不要清除浏览器数据。',
    '主席宣布投票开始后，本页会自动进入投票。',
  ],
  holdingTitle: '已领票，等候投票',
  saveQr: '保存票证二维码',
  saveQrWhy: '手机快没电，或者投票时不能用手机？把票证存成二维码，到会场平板上投。',
  giveUpTitle: '交回票证，改用纸质票',
  giveUpWhat: '交回以后，这部设备上的票证全部作废，不能再用它投票。只能在还没有投的时候交回。',
  giveUpSure: '交回票证',
  giveUpShow:
    '请让工作人员按次序扫描，或者复制下面的文字给他。里面看不出任何选择。登记好以后再去领纸质票。',
  giveUpText: '交回票证的文字',
  giveUpDone: '工作人员已登记，清除本机票证',
  givenUp: '票证已交回，本机已清除。请向工作人员领取纸质票。',
  noTokenTitle: '这部设备上没有票证',
  noToken:
    '发票已经结束。如果您在别的手机或平板上领过票，请用那台设备；没有领过票的，请向工作人员领取纸质票。',
  loadQr: '用票证二维码投票',
  overTitle: '投票已经结束',
  unusedTitle: '票证没有用上',
  unused: '投票已经结束，这部设备上的票证没有投出，按“发出未收回”计。',

  nth: (at: number, of: number) => `第 ${at} 项，共 ${of} 项`,
  hiddenMark: '已选好，已遮住。',
  showMark: '再看一次',
  shownMark: '几秒钟后自动遮住。',
  notMarked: '还没有选。',
  clearMark: '不选了，留空',
  back: '上一项',
  next: '下一项',
  toReview: '去检查',
  closesIn: (time: string) => `距投票结束 ${time}`,

  reviewTitle: '检查后投票',
  marked: '已选',
  blank: '留空',
  change: '修改',
  showAll: '看一遍我的选择',
  hideAll: '遮住',
  blanks: (count: number) => `有 ${count} 项没有选。留空的按“未填”计，不算满意也不算不满意。`,
  coercion:
    '系统运营者拿到全部数据库也无法把选票与人对应；但不能防止您自己向他人证明怎么投的，也不能防止被人看屏幕。',
  trust: '要相信谁、不必相信谁',
  cast: (ballots: number) => `投票（${ballots} 张）`,
  casting: '正在封票……',

  sendingTitle: '正在投出',
  castTitle: '已投',
  sendingLead: '选票已封好，会在一分钟之内各自随机发出，免得从先后看出是谁的。',
  pooledLead: '选票已送到票箱。凑够人数才一起入箱，所以回执要等一等；收到回执才算“已投”。',
  castLead: '每一张都拿到了票箱的回执，核对无误。可以合上手机了。',
  sendsItself: '不用守着：断网会自动重发；关掉页面，下次打开也会接着发。',
  undo: '撤回，再改一改',
  undoUntil: '第一张发出以前可以撤回。',
  stepMade: '等候发出',
  stepSent: '已送到，等回执',
  stepSending: '正在发送',
  stepUnreachable: '连不上票箱，自动重试中',
  stepBadReceipt: '回执不对，自动重试中；如一直这样请告诉监票人',
  stepReceived: '已投',
  stepRefused: '票箱没有收',
  stepFound: '在封存文件里',
  stepMissing: '不在封存文件里',
  checkCode: '核对码',
  checkCodes: '把核对码抄下来或拍照，封票后在任何一台设备上都能查到它在不在。它不显示您怎么投的。',
  refusedProof: '这张选票本身就是证明，请不要清除本机数据，把本页给监票人看。',

  endedTitle: '投票已结束',
  checkingLead:
    '正在等候核对：本机稍后会下载全部封存的选票，查您的票在不在里面。整份下载，服务器不知道您查的是哪一张。',
  checkedLead: '您的票都在封存文件里。',
  checkedNone: '封存文件还没有公布，公布后自动核对。',
  checkFailed: (why: string) => `核对没有通过：${why}`,
  missingLead:
    '有选票拿到了回执，却不在封存文件里。请提出异议：只发回执，不会暴露您是谁、怎么投的。',
  lostLead: '有选票没有拿到回执，也不在封存文件里，没有投成。请告诉监票人。',
  object: '提出异议',
  objected: '异议已提出，会与计票结果一起公布。请同时告诉监票人。',
  bulletin: '下载全部公布的文件，自己复核',
  voidTitle: '这一轮作废，重新投票',
  voidLead:
    '主席宣布本轮票证全部作废，没有泄露任何人的选择。新一轮开出以后，这里会出现入口；也可以扫会场大屏幕上的新二维码，重新领票。',
  voidNext: '到新一轮重新领票',
  forget: '清除本机上的投票记录',
  forgetWhy: '记录里没有您的选择，只有核对码和封好的选票。清除后本机不能再核对。',
  forgetSure: '确认清除',
  forgotten: '已清除。',

  qrTitle: '票证二维码',
  qrWarn: '拿到它的人就能替您投票。只给自己用：拍下来或打印，到会场平板扫描，用完删除。',
  qrAt: (at: number, of: number) => `第 ${at} 个码，共 ${of} 个`,
  qrHolds: (tokens: number) => `内有 ${tokens} 张票证`,
  listed: '、',
  qrText: '票证数字',
  print: '打印',
  close: '返回',
  previous: '前一张',
  following: '后一张',
  loadTitle: '用票证二维码投票',
  loadLead: '用扫描枪扫描票证二维码（有几个扫几个），或者把票证数字粘贴到下面。',
  loadLabel: '票证数字',
  load: '读入票证',
  loadNone: '没有读到票证。请把二维码完整扫描一遍。',
  loadOther: '读到的票证不是这次投票的，或者不完整。',
  loaded: (tokens: number) => `读入 ${tokens} 张票证。`,

  tabletTitle: '会场平板',
  tabletLead: '这是大家共用的平板：每位投完就清空，不留选择，不留票证。',
  tabletDone: '请抄下核对码，然后交给下一位。',
  tabletNext: '我好了，交给下一位',
  tabletLost: '您的票还没有投出。现在交给下一位，票证就没有了，也不能补发。',
  tabletLostSure: '票证不要了，交给下一位',
  tabletLeft: (ballots: number) => `前面各位的选票还有 ${ballots} 张在等回执，请不要关闭本页。`,
  tabletIdle: (seconds: number) => `还有 ${seconds} 秒自动清空。还在用，请点一下屏幕。`,
  tabletIdleToken: (seconds: number) =>
    `还有 ${seconds} 秒自动清空，没有投出的票证也一起清除，不能补发。还在用，请点一下屏幕。`,

  unreachable: '连不上服务器，请检查网络后再试。',
  unreadable: '服务器的回答看不懂，请告诉工作人员。',
  manifestBad: '票样文件不对，请告诉监票人。',
  manifestOther: '收到的票样与服务器公布的指纹不一致，请告诉监票人，先不要领票。',
  failed: (code: string) => sentenceOf(refusalsZh, code) ?? `没有成功（${code}），请告诉工作人员。`,
} as const

type Said<Value> = Value extends (...given: infer Given) => string
  ? (...given: Given) => string
  : Value extends readonly string[]
    ? readonly string[]
    : string

export type Words = Readonly<{ [Key in keyof typeof zh]: Said<(typeof zh)[Key]> }>

/**
 * Whom one has to trust in a ballot cast here, and whom not: the same words on the voter's page and in the console.
 * Source: ballot.md §2 (what is promised, against whom).
 */
type Both = Readonly<{ zh: string; en: string }>

/** The whole of it in three sentences, before the questions. */
export const trustInShort: readonly Both[] = [
  {
    zh: '您的票在不在、有没有被改、结果算得对不对，谁也不用相信：全部选票公布，自己就能查、能重新计票。没有投出的票证有几张也公布；要防管理员冒用它们，请监票人另设一台发票机。',
    en: 'That your ballot is in, unchanged and rightly counted you need take on nobody’s word: every ballot is published, so you can look yours up and count them all again. How many tokens went unused is published, too; to keep the administrator from using them, let the tellers run an issuer of their own.',
  },
  {
    zh: '谁投了哪一张，查数据库查不出来；只须相信投票那几分钟里没有人改程序、偷记哪部手机什么时候发来选票——连这也不想依靠，就用会场平板。',
    en: 'Who cast which ballot cannot be found in the database. You only have to trust that, in the minutes of voting, nobody changes the program to note which phone sends a ballot when. If you would rather not rely even on that, use a tablet of the hall.',
  },
  {
    zh: '您手里的手机和打开的网页，要由您自己把关：先核对票样指纹，旁边没有人看屏幕；不放心，就用纸质票。',
    en: 'Your own phone, and the page open on it, only you can watch over: compare the fingerprint first, and let nobody see your screen. When in doubt, use paper.',
  },
]

export const trustWords: readonly Readonly<{ question: Both; answer: Both }>[] = [
  {
    question: {
      zh: '系统管理员能查出我投了什么吗？',
      en: 'Can the administrator find out how I voted?',
    },
    answer: {
      zh: '不能。领票时，服务器是在看不见内容的情况下盖章的，好比隔着复写纸在密封信封外面盖章：它知道您领过票，但不知道哪一张是您的。投票时，票箱只认章，不问是谁。即使拿到全部数据库、全部备份，也无法把选票与人对应。这不靠承诺，靠数学。',
      en: 'No. The server signs your token without seeing it, as one stamps a sealed envelope through carbon paper: it knows that you took one, not which. The box looks at the stamp and asks nobody’s name. The whole database and all backups do not tell who voted how. That is mathematics, not a promise.',
    },
  },
  {
    question: {
      zh: '管理员如果当场做手脚呢？',
      en: 'And an administrator who cheats on the spot?',
    },
    answer: {
      zh: '如果管理员当场修改程序、偷记谁在什么时候用哪部手机发来选票，就可能猜出来；最后单独投的一两张最容易猜。所以：先领票、后投票；选票随机延迟发出；票箱不留日志、成批入箱，存在盘上的内容每一批都换新钥匙整体重写，事后翻数据库和备份看不出先后。要完全不依赖这一条，请使用会场平板，或者把票箱放在监票人的电脑上。',
      en: 'One who changes the program during the vote and notes which phone sends a ballot, and when, may be able to guess, most easily with the one or two that come alone at the end. That is why tokens come first and votes later, each ballot is sent after a random delay, and the box keeps no log and writes in batches, each time the whole under a fresh key: afterwards neither database nor backup shows any order. Not to depend on this at all, use a tablet of the hall, or have the box kept on the tellers’ computer.',
    },
  },
  {
    question: { zh: '监票人能提前知道结果吗？', en: 'Can tellers know the result early?' },
    answer: {
      zh: '计票钥匙拆成三份，三位监票人各拿一份，至少两份才能合成。封票以前不合钥匙，谁也看不到结果；单独一位监票人什么也打不开。即使两位监票人串通提前打开，看到的也只是没有名字的选票。',
      en: 'Each count key is split among three tellers, any two of whom make it. Before the close nobody joins shares, so nobody sees a result, and one teller alone opens nothing. Tellers who conspire would see ballots without names.',
    },
  },
  {
    question: {
      zh: '会不会有人多塞票、偷偷换票、扔掉我的票？',
      en: 'Can ballots be added, changed or thrown away?',
    },
    answer: {
      zh: '瞒不过去。发了多少张、收回多少张都要公布；选票封存以后，文件的指纹投在大屏幕上，改一个字都对不上。您凭核对码可以查自己的票在不在；拿到回执而票不在，可以提出异议，回执就是证据。任何人都可以用公布的文件自己重新计票。',
      en: 'Not unseen. How many were handed out and came back is published; the sealed file’s hash is on the screen, and one letter changed no longer fits it. With your check code you find your ballot; a receipt without a ballot proves the loss. Anybody can recount from what is published.',
    },
  },
  {
    question: { zh: '我必须相信什么？', en: 'What do I have to trust?' },
    answer: {
      zh: '相信这部设备没有被装上偷看的程序，相信您打开的就是会场公布的网址：先核对票样指纹，四组都与大屏幕、会议议程一致。这部设备或者网页本身如果被动了手脚，它就能看见您怎么选。不放心，就用会场平板或者纸质票。',
      en: 'That nothing spies on this device, and that the page is the one the hall announced: compare the fingerprint, all four groups, with screen and agenda. A device or page that was tampered with sees what you choose. When in doubt, use a tablet of the hall or paper.',
    },
  },
  {
    question: { zh: '有什么是做不到的？', en: 'What can it not do?' },
    answer: {
      zh: '不能防止您自己向他人证明怎么投的，也不能防止被人看屏幕。有人逼您出示投票过程，请向监票人反映，改用纸质票。大家投得完全一样时，结果本身就说明了每个人怎么投；人数少于五人时，无记名没有意义。',
      en: 'It cannot keep you from proving to others how you voted, nor others from watching your screen. If somebody presses you, tell a teller and use paper. When all vote alike, the result itself says how each did; among fewer than five people nothing is secret.',
    },
  },
  {
    question: { zh: '我想用纸质票，可以吗？', en: 'May I use paper?' },
    answer: {
      zh: '可以，效力完全相同。没有领电子票证的，直接向工作人员领取。一人只能领一样。',
      en: 'Yes, and it counts the same. Ask for it if you have taken no token; nobody takes both.',
    },
  },
]

export const promise: Both = {
  zh: '系统运营者拿到全部数据库也无法把选票与人对应；但不能防止您自己向他人证明怎么投的，也不能防止被人看屏幕。',
  en: 'Whoever runs the system cannot tell from the whole database who voted how; but nothing keeps you from proving to others how you voted, or others from watching your screen.',
}

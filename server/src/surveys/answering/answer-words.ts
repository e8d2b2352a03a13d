/** The words of the answer page, in Chinese and in English. */
export type PageLanguage = 'zh' | 'en'

const zh = {
  other: 'English',
  anonymous: '不记姓名、手机号，不记录您的网络地址。每一题都可以不答；不清楚的选“不了解”。',
  until: (day: string) => `截止${day}`,
  asker: (name: string) => `${name}请您评一评`,
  where: '您属于哪一类？',
  unstated: '不便说明',
  onlyIf: '根据上一题的选择，请再回答这一题。',
  many: '可以多选',
  textHint:
    '单独密封保存，与上面的选择不关联，调查结束后才拆封。不要写自己的姓名和电话；一条说一件事。',
  send: '提交',
  start: '开始',
  next: '下一题',
  back: '上一题',
  skip: '跳过',
  progress: '第{n}题，共{all}题',
  check: '答完了。可以返回修改，也可以直接提交。',
  notAnswered: '还有{n}题没有答，不答也可以提交。',
  sending: '正在提交…',
  waiting: '还没有送到：网络不通或者太忙。',
  waitingMore: '答卷保存在这台手机上，网络恢复后会自动重发。也可以先关掉页面，下次打开时再发。',
  again: '现在重发',
  backToForm: '回到问卷',
  thanks: '已收到，谢谢您',
  thanksMore: '您的回答已经计入，谁答的查不出来。',
  receipt: '您写的意见，回执码：',
  receiptNote:
    '回执码只显示这一次，我们也查不到，请抄下来或者拍照。调查结束、意见拆封以后，凭它可以查看办理到哪一步。',
  follow: '凭回执码查看办理情况',
  nextPerson: '下一位',
  kiosk: '{n}秒后自动回到开头，不保留您的回答。',
  kioskWaiting: '答卷还在这台机器里，网络恢复后自动发出，请稍候；也可以请工作人员看一下网络。',
  stillThere: '还在填吗？',
  idle: '{n}秒后清空，从头开始，不保留已经填的内容。',
  goOn: '接着填',
  beginAgain: '清空，从头开始',
  done: '这台手机上已经提交过一份。',
  doneMore: '如果是家里另一位要答，可以再填一份。',
  another: '再填一份',
  restored: '上次没有答完，接着来。',
  choose: '请选择您的身份',
  code: '邀请码',
  codeHint:
    '印在信函上，或者在短信里；扫码进来的已经填好。每个邀请码答一次，答卷和邀请码对不上号。',
  needsScript: '这个浏览器不能运行脚本，无法匿名答卷。请换一台手机，或者用随信的纸质问卷。',
  sealed: '答卷已经封好',
  hours: '约{n}小时内自动发出。',
  minutes: '约{n}分钟内自动发出。',
  sealedMore:
    '过一段随机的时间再发，谁在什么时候答的就更难推测。可以关掉页面：到时间以后再打开一次，就会自动发出。',
  sendNow: '不等了，现在发送',
  foot: '调查由县级人大常委会组织，问卷和结果的统计规则公开。',
} as const

type Words = Readonly<{
  [Key in keyof typeof zh]: (typeof zh)[Key] extends (one: string) => string
    ? (one: string) => string
    : string
}>

const en: Words = {
  other: '中文',
  anonymous:
    'No name, no telephone number, no network address is kept. Any question may be left out; choose “I do not know” when you cannot tell.',
  until: (day) => `Until ${day}`,
  asker: (name) => `${name} asks for your judgement`,
  where: 'Which are you?',
  unstated: 'Rather not say',
  onlyIf: 'Asked because of your answer before.',
  many: 'Several may be chosen',
  textHint:
    'Sealed apart from your choices and opened after the close only. Do not write your name or number; one thing at a time.',
  send: 'Send',
  start: 'Begin',
  next: 'Next',
  back: 'Back',
  skip: 'Skip',
  progress: 'Question {n} of {all}',
  check: 'That is all. Go back to change something, or send it.',
  notAnswered: '{n} left unanswered. You may send it all the same.',
  sending: 'Sending…',
  waiting: 'Not there yet: no connection, or too busy.',
  waitingMore:
    'Your answers are kept on this phone and will be sent by themselves. You may close the page; they go out when you open it again.',
  again: 'Send now',
  backToForm: 'Back to the questions',
  thanks: 'Received. Thank you',
  thanksMore: 'Your answers are counted; nobody can tell they are yours.',
  receipt: 'What you wrote has the receipt code:',
  receiptNote:
    'It is shown this once and we cannot look it up: write it down or take a picture. After the close it tells what became of it.',
  follow: 'Follow by receipt code',
  nextPerson: 'Next person',
  kiosk: 'Goes back to the beginning in {n} seconds and keeps nothing.',
  kioskWaiting:
    'Your answer is still in this machine and is sent as soon as there is a network. Please wait, or ask somebody to look at the network.',
  stillThere: 'Are you still there?',
  idle: 'In {n} seconds everything is cleared, and nothing of it is kept.',
  goOn: 'Go on',
  beginAgain: 'Clear and begin again',
  done: 'One answer was sent from this phone.',
  doneMore: 'If somebody else of the family answers, fill in another one.',
  another: 'Fill in another one',
  restored: 'Going on where you stopped.',
  choose: 'Which are you?',
  code: 'Invitation code',
  codeHint:
    'On the letter or in the message; filled in if you scanned it. A code answers once, and nobody can match an answer to a code.',
  needsScript:
    'This browser runs no scripts and cannot answer anonymously. Use another phone, or the paper form in the letter.',
  sealed: 'Your answer is sealed',
  hours: 'Sent by itself within about {n} hours.',
  minutes: 'Sent by itself within about {n} minutes.',
  sealedMore:
    'It waits for a random time, so that nobody can guess who answered when. You may close the page: open it once more afterwards and it goes out.',
  sendNow: 'Send it now',
  foot: 'Organised by the standing committee; questions and rules of counting are public.',
}

export const pageWords: Readonly<Record<PageLanguage, Words>> = { zh, en }

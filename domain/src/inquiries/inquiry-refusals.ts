/** Why a step of an investigation is turned down, and the way out. */
import { bilingual, type Bilingual } from '../kernel/explanation.ts'
import type { ByCode, Nothing } from '../kernel/one-of.ts'

export type InquiryRefusal = ByCode<{
  'team-incomplete': Nothing
  'team-one-head': Nothing
  'team-name-twice': Nothing
  'not-planned': Nothing
  'day-to-come': Nothing
  'already-recorded': Nothing
  'not-recorded': Nothing
  'found-missing': Nothing
  'nobody-took-part': Nothing
  'no-source-to-protect': Nothing
  'source-missing': Nothing
  'source-named': Nothing
  'source-stays-protected': Nothing
  'ratings-no-table': Nothing
  'finding-text-missing': Nothing
  'no-such-finding': Nothing
  'finding-is-carried': Nothing
  'reason-missing': Nothing
  'accusation-text-missing': Nothing
  'accusation-not-here': Nothing
  'accusation-not-diverted': Nothing
  'nothing-to-read': Nothing
  'reference-missing': Nothing
  'outcome-missing': Nothing
  'report-not-assembled': Nothing
  'report-submitted': Nothing
  'report-not-submitted': Nothing
  'report-empty': Nothing
  'heading-blank': Nothing
  'not-a-signatory': Nothing
  'signed-already': Nothing
  'scan-missing': Nothing
  'signatures-missing': { names: readonly string[] }
}>

type Code = InquiryRefusal['code']

export function explainInquiryRefusal(refusal: InquiryRefusal): Bilingual {
  if (refusal.code !== 'signatures-missing') return words[refusal.code]
  const names = refusal.names.join('、')
  return bilingual(
    `还有人没有签名：${names}。`,
    '请他们登录后签名，或者登记纸质签名并附扫描件。',
    `Not signed yet by: ${names}.`,
    'Have them sign in their accounts, or record their signature on paper with its scan.',
  )
}

const words: Readonly<Record<Exclude<Code, 'signatures-missing'>, Bilingual>> = {
  'team-incomplete': bilingual(
    '调查组没有成员，或者有成员没有填姓名。',
    '请补全姓名，或者去掉空行。',
    'The team is empty, or a member has no name.',
    'Fill in the names, or remove the empty line.',
  ),
  'team-one-head': bilingual(
    '调查组要有一名组长，也只能有一名。',
    '请指定一名组长。',
    'A team has one head, no more and no fewer.',
    'Name one head.',
  ),
  'team-name-twice': bilingual(
    '调查组里有同名的成员。',
    '重复的请去掉；确有同名的，请在姓名后注明单位。',
    'Two members have the same name.',
    'Remove the double, or tell them apart.',
  ),
  'not-planned': bilingual(
    '还没有成立调查组。',
    '请先拟定调查方案，列出组长和成员。',
    'There is no team yet.',
    'Make the plan first: the head and the members.',
  ),
  'day-to-come': bilingual(
    '日期不对：晚于今天，或者早于报告形成之日。',
    '请填写实际发生的日期。',
    'The day is to come, or before the report was there.',
    'Give the day on which it happened.',
  ),
  'already-recorded': bilingual(
    '这一条已经记过。',
    '请刷新后打开它修改。',
    'It is on record already.',
    'Reload and amend it.',
  ),
  'not-recorded': bilingual(
    '没有这条记录。',
    '请刷新列表。',
    'No such record.',
    'Reload the list.',
  ),
  'found-missing': bilingual(
    '没有写明了解到什么。',
    '请写事实：时间、地点、数量、谁负责。',
    'What was found is missing.',
    'Write the facts: when, where, how many, who.',
  ),
  'nobody-took-part': bilingual(
    '没有填写调查组参加人。',
    '请填写在场的调查组成员；两人以上参加更稳妥。',
    'Nobody of the team is named.',
    'Name the members who were there; two are safer than one.',
  ),
  'no-source-to-protect': bilingual(
    '这种调查方法没有谈话对象，不需要保护来源。',
    '请改用个别谈话、座谈会或者走访，或者去掉保护。',
    'This method has no source to protect.',
    'Record it as an interview, a forum or a visit, or drop the protection.',
  ),
  'source-missing': bilingual(
    '没有填写要保护的姓名。',
    '请填写；姓名单独密封，只有调查组和工委经办人能查看，每次查看都有记录。',
    'The name to protect is missing.',
    'Give it: it is sealed apart, and each reading is recorded.',
  ),
  'source-named': bilingual(
    '正文里出现了受保护的姓名。',
    '请改成“某同志”“一名职工”等说法再保存。',
    'The protected name stands in the text.',
    'Put it another way, then save.',
  ),
  'source-stays-protected': bilingual(
    '来源已经保护，不能再公开。',
    '需要更正姓名的，请仍按受保护的来源填写。',
    'The source is protected and stays so.',
    'Correct the name under protection if need be.',
  ),
  'ratings-no-table': bilingual(
    '测评汇总表不完整。',
    '每个项目都要填写各等次的人数，没有的填0。',
    'The table of ratings is incomplete.',
    'Give a count for every grade of every item, 0 where there is none.',
  ),
  'finding-text-missing': bilingual(
    '没有填写内容。',
    '请照原话写，一条说一件事。',
    'The text is missing.',
    'Write it as it was said, one thing at a time.',
  ),
  'no-such-finding': bilingual(
    '没有这一条。',
    '请刷新后核对。',
    'No such finding.',
    'Reload the page.',
  ),
  'finding-is-carried': bilingual(
    '这个问题已经列为意见，不能撤回。',
    '请在事项里继续办理；不应列为事项的，按规定记录去向。',
    'This problem is an opinion now and cannot be withdrawn.',
    'Go on with its matter, or record its exit.',
  ),
  'reason-missing': bilingual(
    '没有写明理由。',
    '请写明理由后再办理。',
    'The reason is missing.',
    'Give the reason.',
  ),
  'accusation-text-missing': bilingual(
    '没有填写线索内容。',
    '请照原话写明；内容单独密封，不会列入意见和报告。',
    'The text is missing.',
    'Write it as it was said; it is sealed apart.',
  ),
  'accusation-not-here': bilingual(
    '这条线索已经移送。',
    '请刷新查看移送情况。',
    'It was diverted already.',
    'Reload to see where to.',
  ),
  'accusation-not-diverted': bilingual(
    '这条线索没有移送，或者已经登记过结果。',
    '请先登记移送的机关、文号和日期。',
    'It was not diverted, or its outcome is on record.',
    'Record the diversion first.',
  ),
  'nothing-to-read': bilingual(
    '没有可以查看的原文。',
    '线索移送以后，原文不再显示给任何人；依法删除的，内容已经没有了。',
    'There is nothing to read.',
    'Once diverted, an accusation is shown to nobody; what was erased by law is gone.',
  ),
  'reference-missing': bilingual(
    '没有填写文号。',
    '请填写文号、会次或者签收凭据。',
    'The number is missing.',
    'Give the number of the paper or of the session.',
  ),
  'outcome-missing': bilingual(
    '没有填写反馈结果。',
    '请按有关机关的反馈填写。',
    'The outcome is missing.',
    'Record what the body reported back.',
  ),
  'report-not-assembled': bilingual(
    '调查报告还没有起草。',
    '请先由调查记录汇总生成初稿。',
    'There is no report yet.',
    'Assemble it from the records first.',
  ),
  'report-submitted': bilingual(
    '调查报告已经提请主任会议，不能再改。',
    '主任会议要求修改的，请先退回修改；修改后全体重新签名。',
    'The report is submitted and cannot be changed.',
    'Reopen it if the chairs want it changed; then all sign again.',
  ),
  'report-not-submitted': bilingual(
    '调查报告还没有提请主任会议。',
    '可以直接修改。',
    'The report is not submitted.',
    'It can be amended as it is.',
  ),
  'report-empty': bilingual(
    '报告没有标题，或者各部分都没有内容。',
    '请写好报告再签名。',
    'The report has no title or no text.',
    'Write it first.',
  ),
  'heading-blank': bilingual(
    '报告没有分部分，或者有标题是空的。',
    '请至少保留一个部分，并写上标题。',
    'The report has no headings, or a blank one.',
    'Keep at least one, and name it.',
  ),
  'not-a-signatory': bilingual(
    '您不在调查组名单里，不能签名。',
    '名单有误的，请修改调查方案后重新汇总报告。',
    'You are not among the members of the team.',
    'If the list is wrong, mend the plan and assemble the report anew.',
  ),
  'signed-already': bilingual(
    '已经签过名。',
    '不需要再签。',
    'It is signed already.',
    'There is nothing more to do.',
  ),
  'scan-missing': bilingual(
    '没有附上签名页的扫描件。',
    '请先上传扫描件或者照片。',
    'The scan of the signed page is missing.',
    'Upload it first.',
  ),
}

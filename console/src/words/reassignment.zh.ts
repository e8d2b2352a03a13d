/** Words for asking for another unit (改办), and for choosing the unit and the official a matter goes to. */
export const reassignmentZh = {
  fromReceipt: '认为不归本单位管的，现在就可以申请改办；签收以后，从签收之日起计算期限。',
  over: (day: string) =>
    `申请改办的期限到${day}为止，已经过了。确属交办有误的，请书面报告交办机关，由其决定是否移交其他单位。`,
  asked: (reason: string) => `申请改办的理由：${reason}`,
  refused: '改办申请没有获得同意，这件事项由本单位继续办理。',
  unitFirst: '请先选择单位',
  nobody: '没有在任的责任人，请先登记',
}

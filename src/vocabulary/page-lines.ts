/** 接下页, （续上页）, 转下页, 第2页, 第2页共5页, - 3 -, 续表, 本页完: where a page ends or goes on. It says nothing of the rows around it. */
const PAGE_LINE = new RegExp(
  '^[(【]?(?:[接转续过下](?:下|次|后)一?页|下[接转续]第?\\d*页?|[接承续转上](?:上|前)一?[页表]|上[接承]第?\\d*页?|第\\d{1,3}页(?:[,，/]?共\\d{1,3}页)?|共\\d{1,3}页' +
    '|[-—–]+\\d{1,3}[-—–]+|\\(?续表?[一二三四五六七八九十\\d]*\\)?|本[页表](?:完|止|结束)|以上为第\\d{1,3}页)[)】]?$',
)

/** @param text normalised */
export function isPageLine(text: string): boolean {
  return text.length <= 16 && PAGE_LINE.test(text)
}

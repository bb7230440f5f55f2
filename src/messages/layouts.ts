import type { LocalText } from '../core/plan'

/** Sentences about how lists are laid out and which community a row belongs to. */
export const layouts = {
  'value.community-between': { 'zh-CN': '社区栏空白，按上下行同一社区计', en: 'the community is blank; the one of the rows above and below was taken' },
  'value.community-near': { 'zh-CN': '社区名称与名单中的相差一个字，按名单中的社区计', en: 'the name differs by one character from a listed community, which was taken' },
  'open.not-the-whole': { 'zh-CN': '表中有 {count} 个社区，没有社区一览表，不能确定是否全部', en: 'the workbook names {count} communities and has no list of all of them' },
  'open.no-people-of-community': { 'zh-CN': '花名册中没有该社区的人员', en: 'the roster names nobody of this community' },
  'finding.community-filled-in': { 'zh-CN': '{count} 人的社区栏空白，按上下行归入“{community:text}”。请补填。', en: 'The community of {count} {count#person#people} is blank; “{community:text}” was taken from the rows above and below. Fill it in.' },
  'finding.community-without-people': { 'zh-CN': '花名册中没有“{community:text}”的人员，人员各项不作判断。请核对是漏报还是名称不一致。', en: 'The roster names nobody of “{community:text}”, so its staff figures are not judged. Check whether its people are missing or its name is written differently.' },
  'finding.community-near-name': { 'zh-CN': '“{written:text}”不在本表的社区名单中，与“{near:text}”相差一个字，{count} 人暂按“{near:text}”计。请核对。', en: '“{written:text}” is not among the communities listed here and differs by one character from “{near:text}”; its {count} {count#person is#people are} counted there for now. Check the name.' },
  'finding.community-not-listed': { 'zh-CN': '“{community:text}”不在本表的社区名单中，其名下有 {count} 人，暂按单独的社区计。请核对社区名称，或补入名单。', en: '“{community:text}” is not among the communities listed here and has {count} {count#person#people}; it is taken for a community of its own for now. Check the name, or add it to the list.' },
  'question.near-name': { 'zh-CN': '“{written:text}”不在本表的社区名单中，是不是“{near:text}”写错了？', en: '“{written:text}” is not among the communities listed here. Is it “{near:text}”, misspelt?' },
  'question.choice.own-community': { 'zh-CN': '是另一个社区', en: 'a community of its own' },
  'explain.community-filled-in': { 'zh-CN': '花名册某行没有填社区，上下行是同一个社区，按该社区计入。若实际属于别的社区，两个社区的人数都会变。', en: 'A row of the roster has no community while the rows above and below have the same one, which was taken. If the person belongs elsewhere, both headcounts change.' },
  'explain.community-without-people': { 'zh-CN': '工作簿列出了这个社区，但花名册里没有它的人。人数、比例和平均年龄不作判断，不按 0 人计。', en: 'The workbook lists the community, and the roster has nobody of it. Headcounts, shares and the mean age are not judged, and not taken as zero.' },
  'explain.community-not-listed': { 'zh-CN': '花名册里有人写在工作簿自己的社区名单以外的单位名下。可能是名称不一致、漏列了社区，或其人不在社区任职。', en: 'The roster puts people under a name that the workbook’s own list of communities does not have: another spelling, a community left out of the list, or people who do not work in a community.' },
  'explain.community-near-name': { 'zh-CN': '花名册里的社区名称与工作簿自己的社区名单只差一个字，多半是写错。先按名单中的社区计，并请核对。', en: 'A name in the roster differs by one character from the workbook’s own list of communities, most likely a slip. The listed community is taken, and the name is asked about.' },
} as const satisfies Readonly<Record<string, LocalText>>

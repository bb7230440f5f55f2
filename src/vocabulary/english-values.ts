/** Columns whose values may be written in English, each with the Chinese word that its own reader knows. */
export type EnglishColumn = 'employment' | 'education' | 'politics' | 'status' | 'tenure' | 'answer'

/**
 * English values by the Chinese word that they stand for. Compared without case, white space and punctuation.
 * To teach a new one, add it to its line.
 */
const WORDS: Readonly<Record<EnglishColumn, Readonly<Record<string, readonly string[]>>>> = {
  employment: {
    正式: ['permanent', 'permanent staff', 'permanent employee', 'formal', 'formal staff', 'regular', 'regular staff', 'regular employee', 'official', 'official staff', 'tenured', 'full staff'],
    事业编制: ['established', 'establishment', 'on establishment', 'on the establishment', 'within establishment', 'public institution', 'civil servant', 'staffing quota'],
    聘用: ['contract', 'contracted', 'contract staff', 'contract worker', 'contractual', 'contract based', 'contract-based', 'on contract', 'employed', 'hired', 'fixed term', 'fixed term contract'],
    编外: ['off establishment', 'outside establishment', 'non established', 'non establishment'],
    临时: ['temporary', 'temporary staff', 'temp', 'temporary worker', 'casual'],
    劳务派遣: ['dispatched', 'labour dispatch', 'labor dispatch', 'agency', 'agency worker', 'dispatched worker', 'outsourced labour'],
    公益性岗位: ['public welfare post', 'public welfare', 'public welfare position', 'welfare post'],
    退休返聘: ['rehired', 'rehired retiree', 're-employed retiree', 'retired and rehired', 're-employed'],
    志愿者: ['volunteer', 'voluntary', 'volunteers'],
    见习: ['trainee', 'apprentice', 'probationer'],
    实习: ['intern', 'internship'],
    兼职: ['part time', 'part-time', 'concurrent'],
    借调: ['seconded', 'on secondment', 'secondment', 'on loan'],
    挂职: ['temporary posting', 'attached'],
    其他: ['other', 'others'],
  },
  education: {
    博士: ['doctorate', 'phd', 'ph d', 'doctor', 'doctoral', 'doctoral degree', 'doctors degree', 'doctor degree'],
    硕士: ['master', 'masters', 'master degree', 'masters degree', 'm a', 'ma', 'msc', 'm sc', 'mba', 'mpa'],
    研究生: ['postgraduate', 'graduate', 'graduate school', 'post graduate', 'postgraduate degree'],
    本科: ['bachelor', 'bachelors', 'bachelor degree', 'bachelors degree', 'undergraduate', 'university', 'university degree', 'b a', 'ba', 'bsc', 'b sc', 'regular college', 'four year college', '4 year college', 'college (4 years)', 'university graduate', 'undergraduate degree'],
    大专: ['junior college', 'associate', 'associate degree', 'associates degree', 'college', 'college diploma', 'three year college', '3 year college', 'college (3 years)', 'higher vocational', 'higher vocational college', 'vocational college', 'polytechnic', 'diploma', 'junior college diploma', 'technical college'],
    中专: ['technical secondary', 'technical secondary school', 'secondary technical', 'secondary technical school', 'secondary vocational', 'secondary vocational school', 'vocational school', 'technical school', 'vocational secondary', 'specialized secondary school', 'specialised secondary school', 'polytechnic school'],
    职高: ['vocational high school', 'vocational high'],
    高中: ['high school', 'senior high school', 'senior high', 'senior middle school', 'senior secondary', 'upper secondary', 'secondary school', 'high school diploma', 'senior secondary school'],
    初中: ['junior high school', 'junior high', 'middle school', 'junior middle school', 'junior secondary', 'lower secondary', 'junior secondary school'],
    小学: ['primary', 'primary school', 'elementary', 'elementary school'],
    文盲: ['illiterate', 'no schooling'],
  },
  politics: {
    中共党员: ['cpc member', 'ccp member', 'cpc', 'ccp', 'party member', 'communist', 'communist party member', 'communist party', 'member of cpc', 'member of the cpc', 'member of the communist party', 'member of the party', 'cpc party member', 'full member', 'member of the communist party of china', 'communist party of china'],
    中共预备党员: ['probationary', 'probationary member', 'probationary party member', 'probationary cpc member', 'probationary member of the cpc', 'cpc probationary member', 'candidate member'],
    共青团员: ['league member', 'cyl member', 'cyl', 'ccyl', 'ccyl member', 'youth league member', 'communist youth league member', 'communist youth league', 'youth league', 'member of the youth league', 'member of the cyl', 'member of the communist youth league'],
    群众: ['masses', 'the masses', 'mass', 'none', 'no party', 'non party', 'non party member', 'nonparty', 'no affiliation', 'unaffiliated', 'not a member', 'non member', 'ordinary citizen', 'citizen', 'public', 'ordinary', 'ordinary people', 'general public', 'no'],
    无党派: ['independent', 'non partisan', 'nonpartisan', 'without party affiliation', 'without party'],
    民主党派: ['democratic party', 'other party', 'democratic party member', 'democratic parties'],
  },
  status: {
    在岗: ['on duty', 'active', 'in post', 'on post', 'working', 'at work', 'employed', 'in service', 'on the job', 'present', 'current', 'serving', 'in office', 'on job'],
    离职: ['left', 'resigned', 'departed', 'former', 'quit', 'dismissed', 'terminated', 'no longer employed', 'gone', 'contract ended'],
    退休: ['retired'],
    空缺: ['vacant', 'vacancy', 'to be filled', 'unfilled'],
    休假: ['on leave', 'leave', 'long leave'],
    产假: ['maternity leave', 'on maternity leave', 'parental leave'],
    病假: ['sick leave', 'on sick leave'],
    借调: ['seconded', 'on secondment', 'on loan', 'seconded out'],
    去世: ['deceased', 'died', 'dead'],
  },
  tenure: {
    自有: ['owned', 'own', 'self owned', 'freehold', 'community owned', 'own property', 'own premises', 'self built', 'purchased'],
    租赁: ['rented', 'rent', 'lease', 'leased', 'rental', 'on lease'],
    借用: ['borrowed', 'on loan', 'lent', 'loaned'],
    划拨: ['allocated', 'transferred', 'assigned', 'handed over'],
    在建: ['under construction', 'being built'],
    合用: ['shared', 'joint use'],
    无房: ['none', 'no premises'],
  },
  answer: {
    有: ['yes', 'y', 'available', 'have', 'present', 'true'],
    无: ['no', 'n', 'none', 'not available', 'missing', 'absent', 'false', 'lacking', 'not yet'],
    合用: ['shared', 'joint use', 'combined', 'shared use', 'shared room'],
  },
}

const plain = (word: string): string => word.toLowerCase().replace(/[^a-z0-9]/g, '')
const CHINESE = new Map<EnglishColumn, Map<string, string>>()
for (const column of Object.keys(WORDS) as EnglishColumn[]) {
  const words = new Map<string, string>()
  for (const [chinese, english] of Object.entries(WORDS[column])) for (const word of english) words.set(plain(word), chinese)
  CHINESE.set(column, words)
}

const LONGEST = 60
/** The Chinese word that an English value stands for; `null` where the value is not all English or not known. */
export function chineseFor(column: EnglishColumn, word: string): string | null {
  if (word.length > LONGEST || !/^[\p{ASCII}’‘–—]*[a-z][\p{ASCII}’‘–—]*$/iu.test(word)) return null
  return CHINESE.get(column)?.get(plain(word)) ?? null
}

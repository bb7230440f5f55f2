import { sheetReference } from '../../core/place'
import { OPEN } from '../context'
import type { SourceFigure, Sourced, Sources } from '../sources/source'
import { INPUT_SHEETS, LIST_FIRST_ROW, premisesRange as premises, rosterRange as roster } from './ranges'

/** The facts as formulas over the canonical lists: 人员花名册, 办公用房, 社区信息. */
export function canonicalSources(communities: number): Sources {
  return {
    guarded: true,
    overallAge: { formula: `IFERROR(AVERAGEIFS(${roster('G')},${roster('W')},1),"")` },
    wholePay: kind => {
      const word = kind === 'formal' ? '正式' : '聘用'
      return { sum: `SUMIFS(${roster('T')},${roster('L')},"${word}",${roster('W')},1)`, count: `COUNTIFS(${roster('L')},"${word}",${roster('W')},1,${roster('T')},">0")` }
    },
    // 人员类别 of the template is 正式, 聘用 or 其他: it tells no more.
    staff: ({ kind }) => ({ lacks: kind.word }),
    openKind: () => null,
    isPaidByMonth: () => false,
    payPart: ({ part }) => ({ lacks: part }),
    communities: Array.from({ length: communities }, (_all, index) => {
      const cell = `${sheetReference(INPUT_SHEETS.communities)}!$B$${String(LIST_FIRST_ROW + index)}`
      return { label: { formula: `=IF(${cell}="","",${cell})` }, figure }
    }),
  }
}

function figure(wanted: SourceFigure, label: string): Sourced {
  const of = (more: string) => `COUNTIFS(${roster('B')},${label}${more})`
  const kind = (word: string) => `,${roster('L')},"${word}",${roster('W')},1`
  const place = (more: string) => `COUNTIFS(${premises('B')},${label}${more})`
  switch (wanted) {
    case 'formal':
      return { formula: of(kind('正式')) }
    case 'contracted':
      return { formula: of(kind('聘用')) }
    case 'college':
      return { formula: `SUMIFS(${roster('X')},${roster('B')},${label})` }
    case 'party':
      return { formula: `SUMIFS(${roster('Y')},${roster('B')},${label})` }
    case 'age':
      return { formula: `IFERROR(AVERAGEIFS(${roster('G')},${roster('B')},${label},${roster('W')},1),"")` }
    case 'open': {
      const counted = of(`,${roster('W')},1`)
      const blank = (column: string, filled: string) => `${counted}-${of(`,${roster('W')},1,${roster(column)},"${filled}"`)}`
      const part = (count: string, words: string) => `IF(${count}>0,"${words}"&${count}&"人 ","")`
      return { formula: `${part(blank('J', '?*'), '学历空白')}&${part(blank('G', '>=0'), '出生空白')}&${part(blank('K', '?*'), '政治面貌空白')}` }
    }
    case 'formalPay':
      return { formula: `SUMIFS(${roster('T')},${roster('B')},${label}${kind('正式')})` }
    case 'formalPaid':
      return { formula: of(`${kind('正式')},${roster('T')},">0"`) }
    case 'contractedPay':
      return { formula: `SUMIFS(${roster('T')},${roster('B')},${label}${kind('聘用')})` }
    case 'contractedPaid':
      return { formula: of(`${kind('聘用')},${roster('T')},">0"`) }
    case 'usable': {
      const there = `,${premises('F')},"<>在建"`
      return { formula: `IF(${place(`,${premises('D')},">=0"${there}`)}=0,"${OPEN}",SUMIFS(${premises('D')},${premises('B')},${label}${there}))` }
    }
    case 'own': {
      // Rented, borrowed, in building and demolished places are worth 0 in the plan, so their area need not be known.
      const lasting = `,${['租赁', '借用', '在建', '无'].map(word => `${premises('F')},"<>${word}"`).join(',')},${premises('H')},"<>是"`
      const unknown = `${place(lasting)}>${place(`${lasting},${premises('D')},">=0"`)}`
      return { formula: `IF(OR(${place('')}=0,${unknown}),"${OPEN}",SUMIFS(${premises('D')},${premises('B')},${label}${lasting}))` }
    }
    case 'builtOnly':
      return { formula: `IF(AND(${place(`,${premises('D')},">=0"`)}=0,${place(`,${premises('E')},">0"`)}>0),"是","否")` }
    case 'rooms': {
      const columns = ['I', 'J', 'K', 'L']
      const present = columns.map(column => `(${place(`,${premises(column)},"有"`)}+${place(`,${premises(column)},"合用"`)}>0)`).join('+')
      const silent = columns.map(column => `(${place(`,${premises(column)},"?*"`)}=0)`).join('+')
      return { formula: `IF(${present}=4,"齐全",IF(4-(${present})-(${silent})>0,"缺"&4-(${present})-(${silent})&"室","${OPEN}"))` }
    }
    case 'state': {
      const tenure = (word: string) => place(`,${premises('F')},"${word}"`)
      return {
        formula: `IF(${place('')}=0,"未填报",IF(${place(`,${premises('H')},"是"`)}>0,"列入拆迁",IF(${tenure('租赁')}+${tenure('借用')}>0,"租借",IF(${tenure('在建')}>0,"在建",IF(${tenure('自有')}+${tenure('划拨')}>0,"自有",IF(${tenure('无')}>0,"无用房","${OPEN}"))))))`,
      }
    }
  }
}

import type { CellValue } from '../../../src/core/cell'
import { between } from '../people'
import type { Town } from '../people'
import { chance } from './style'
import type { Draw, Style } from './style'
import { AWAY, collegeWord, IN_STUDY, KIND_WORDS, NO_PARTY, one, PARTY, schoolWord, THERE } from './words'
import type { Kind } from './words'
import { BIRTH_STYLES, ymd } from './writings'

/** One person as it is, beside how the sheet writes it. */
export interface TruePerson {
  readonly name: string
  readonly community: string
  readonly kind: Kind
  readonly presence: 'present' | 'left' | 'leave' | 'seconded-out'
  readonly college: 'yes' | 'no' | 'blank' | 'unclear'
  readonly party: 'yes' | 'no' | 'blank' | 'unclear'
  /** yyyymmdd as far as the sheet tells it: day, month or year may be 01; 0 where only an age is given. */
  readonly birth: number
  readonly age: number
  /** The words of the row, for the message when the reader gets it wrong. */
  readonly written: string
}

/** A person, and how the sheet writes it. */
export interface Row {
  readonly order: number
  readonly first: boolean
  readonly label: string
  readonly person: TruePerson
  readonly cells: Cells
}

interface Cells {
  readonly name: string
  readonly sex: string
  readonly birth: CellValue
  readonly age: CellValue
  readonly id: CellValue
  readonly education: string
  readonly fullTime: string
  readonly inService: string
  readonly politics: CellValue
  readonly kind: CellValue
  readonly status: string
}

/** Invents people and writes them in the workbook's style. */
export class People {
  constructor(private readonly draw: Draw, private readonly town: Town, private readonly style: Style) {}

  row(community: string, order: number): Row {
    const { draw } = this
    const invented = this.town.person(between(23, 58, draw), 2023)
    const kind: Kind =
      this.style.kindStyle === 'yn'
        ? one(['formal', 'contracted'] as const, draw)
        : one(['formal', 'formal', 'contracted', 'contracted', 'contracted', 'formal', 'undecided'] as const, draw)
    const kindWord = this.style.kindStyle === 'yn' ? (kind === 'formal' ? '是' : '否') : one(KIND_WORDS[kind], draw)
    const away = this.style.withStatus && chance(draw, 0.15) ? one(AWAY, draw) : null
    const education = this.education()
    const politics = this.politics()
    const style = this.style.birthStyle < 0 ? between(0, BIRTH_STYLES.length - 1, draw) : this.style.birthStyle
    const { year, month, day } = invented.birth
    const writer = BIRTH_STYLES[style] ?? BIRTH_STYLES[0]
    const age = 2023 - year
    const withBirth = this.style.birthSource.startsWith('birth'),
      withId = this.style.birthSource.endsWith('id'),
      withAge = this.style.birthSource.endsWith('age')
    const written = writer(year, month, day, age)
    const birth = withBirth ? (withId ? ymd(year, month, day) : written[1]) : withId ? ymd(year, month, day) : 0
    const name =
      this.style.spaced && invented.name.length === 2
        ? `${invented.name.charAt(0)}${one(['  ', '　', ' '], draw)}${invented.name.charAt(1)}`
        : invented.name
    const ageText = one<CellValue>([age, `${age}岁`, String(age), `${age}周岁`], draw)
    const cells: Cells = {
      name,
      sex: one([invented.sex, invented.sex, `${invented.sex} `], draw),
      birth: written[0],
      age: ageText,
      id: chance(draw, 0.2) ? invented.id.toLowerCase() : invented.id,
      ...education.cells,
      politics: politics.cell,
      kind: kindWord,
      status: away?.[0] ?? one(THERE, draw),
    }
    const person: TruePerson = {
      name: invented.name,
      community,
      kind,
      presence: away?.[1] ?? 'present',
      college: education.college,
      party: politics.party,
      birth,
      age: withBirth || withId ? -1 : withAge ? age : -1,
      written: JSON.stringify([cells.birth, cells.education, cells.fullTime, cells.inService, cells.politics, cells.kind, cells.status]),
    }
    return { order, first: order === 0, label: '', person, cells }
  }

  private education(): { college: TruePerson['college']; cells: Pick<Cells, 'education' | 'fullTime' | 'inService'> } {
    const { draw } = this
    const sort = draw()
    if (this.style.twoEducations) {
      const fullTime = chance(draw, 0.4),
        inService = chance(draw, 0.4)
      const cells = {
        education: '',
        fullTime: fullTime ? collegeWord(draw) : schoolWord(draw),
        inService: inService ? collegeWord(draw) : one(['', '无', '/', '—'], draw),
      }
      return { college: fullTime || inService ? 'yes' : 'no', cells }
    }
    if (sort < 0.05) return { college: 'blank', cells: { education: one(['', '/', '待补充'], draw), fullTime: '', inService: '' } }
    if (sort < 0.1) return { college: 'unclear', cells: { education: one(IN_STUDY, draw), fullTime: '', inService: '' } }
    const college = sort < 0.65
    return {
      college: college ? 'yes' : 'no',
      cells: { education: college ? collegeWord(draw) : schoolWord(draw), fullTime: '', inService: '' },
    }
  }

  private politics(): { party: TruePerson['party']; cell: CellValue } {
    const { draw } = this
    const yes = chance(draw, 0.5)
    if (this.style.politicsStyle === 'both-yn') return { party: yes ? 'yes' : 'no', cell: yes ? '是' : '否' }
    if (this.style.politicsStyle === 'party-tick') return yes ? { party: 'yes', cell: '是' } : { party: 'unclear', cell: '否' }
    if (chance(draw, 0.05)) return { party: 'blank', cell: one(['', null, '/'], draw) }
    return yes ? { party: 'yes', cell: one(PARTY, draw) } : { party: 'no', cell: one(NO_PARTY, draw) }
  }
}

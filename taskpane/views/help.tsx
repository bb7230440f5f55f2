import { Button } from '@fluentui/react-components'
import type { LocalText } from '../../src/core/plan'
import type { TemplateKind } from '../template-book'
import './help.css'
import { Modal } from './modal'
import { stepsPicture, verdictsPicture } from './help-pictures'
import { Drawn } from './picture'
import { useWords } from './words'

const both = (zh: string, en: string): LocalText => ({ 'zh-CN': zh, en })

const TITLE = both('帮助', 'Help'), CLOSE = both('关闭', 'Close')
const STEPS: readonly (readonly [LocalText, LocalText])[] = [
  [both('打开', 'Open'), both('手头的工作簿，原样即可', 'your workbook, as it is')],
  [both('结论', 'Result'), both('哪些社区达标，差多少，差在谁', 'who meets the plan, who not')],
  [both('识别', 'Reading'), both('表和列认错了，在这里改正', 'correct what was misread')],
  [both('填报', 'Fill'), both('先预览，再写入，可撤销', 'preview, write, undo')],
  [both('报告', 'Report'), both('打印、另存、复制', 'print, save, copy')],
]

/** A section: its heading and its sentences. */
const SECTIONS: readonly { readonly title: LocalText; readonly lines: readonly LocalText[]; readonly picture?: 'steps' | 'verdicts' }[] = [
  {
    title: both('怎样用', 'How it works'), picture: 'steps',
    lines: [
      both('核查只读取，不改动工作簿。', 'A check only reads; the workbook stays as it is.'),
      both('没有现成的表，可以先打开示例看一遍，或用模板填报。', 'Without a workbook of your own, look at a sample first, or fill in the template.'),
    ],
  },
  {
    title: both('结论怎么看', 'Reading the result'), picture: 'verdicts',
    lines: [
      both('竖线是目标，横条是现状。虚线表示数据不足，不能判定，不按 0 计算。', 'The upright line is the target, the bar what is there. A dashed line: the data cannot decide, and it is not 0.'),
      both('在表中点一格，看算式、涉及的人员和单元格；点单元格名称，跳到表中。', 'Choose a cell of the table for the arithmetic, the people and the cells behind it; choose a cell\'s name to go there.'),
    ],
  },
  {
    title: both('问题', 'Findings'),
    lines: [
      both('错误是现在就不对的；警告需要人核实；提示现在没错，日后可能出错。', 'An error is wrong now; a warning needs a person; a note is right now and may go wrong.'),
      both('情况属实、可以保留的，点“接受”并写明理由；数据变动后会再次提示。', 'Accept what is right and stands, with a reason; it comes back when the value changes.'),
    ],
  },
  {
    title: both('审核', 'The audit'),
    lines: [
      both('只看公式、合计和表间是否对得上时，看这一页：哪些有问题，哪些重新算过、成立，哪些未能核对。', 'For formulas, totals and sheets against each other alone: what is wrong, what was recalculated and holds, what could not be checked.'),
    ],
  },
  {
    title: both('填报', 'Filling the budget'),
    lines: [
      both('只填空白单元格，写的是公式；已有内容一律不改。', 'Only blank cells are filled, with formulas; nothing that is there is changed.'),
      both('缺少的数据显示“待填”，填上后自动计入。看不懂的地方留空，并说明原因。', 'What is missing shows 待填 and is counted once it is given. What is not understood stays blank, and it is said why.'),
    ],
  },
  {
    title: both('报告', 'The report'),
    lines: [
      both('核查报告、问题清单、一社区一页，都可以打印或另存；结论段落和图可以复制到文稿中。', 'Report, list of findings and a page a community can be printed and saved; the paragraph and the pictures can be copied into a text.'),
      both('任何时候按 Ctrl+P，印出的都是报告，不是屏幕。', 'Ctrl+P prints the report at any time, and not the screen.'),
    ],
  },
  {
    title: both('数据', 'Your data'),
    lines: [
      both('数据只在本机处理，不向任何服务器发送；断网可用。', 'Everything is processed on this computer and sent nowhere; it works without a network.'),
      both('身份证号在界面、清单和报告中都遮住中间各位。', 'The middle of identity numbers is masked on the screen, in lists and in documents.'),
    ],
  },
]

/** One page that explains the program, over whatever is shown. */
export default function Help(props: { isOpen: boolean; onClose: () => void; onTemplate: (kind: TemplateKind) => void }) {
  const { isOpen, onClose, onTemplate } = props, { language, tell } = useWords()
  return (
    <Modal title={TITLE[language]} className='help' language={language} isOpen={isOpen} onClose={onClose} actions={<Button appearance='primary' onClick={onClose}>{CLOSE[language]}</Button>}>
      {SECTIONS.map(({ title, lines, picture }) => (
        <section key={title.en}>
          <h2>{title[language]}</h2>
          {picture === 'steps' && <Drawn node={stepsPicture(STEPS.map(([name, gives]) => [name[language], gives[language]]), title[language])} />}
          {picture === 'verdicts' && <Drawn node={verdictsPicture(language, title[language])} />}
          {lines.map(line => <p key={line.en}>{line[language]}</p>)}
          {picture === 'steps' && (
            <p className='buttons'>
              <Button size='small' onClick={() => onTemplate('plan')}>{tell('template.plan')}</Button>
              <Button size='small' onClick={() => onTemplate('collect')}>{tell('template.collect')}</Button>
            </p>
          )}
        </section>
      ))}
    </Modal>
  )
}

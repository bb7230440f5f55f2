// npm run new-rule -- FOLDER ID   e.g. npm run new-rule -- people id-checksum-wrong
// Makes a rule that finds nothing yet: its file, its line in the list and its sentences. Its examples fail until it finds its fault.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

const [folder, id] = process.argv.slice(2)
const FOLDERS = ['targets', 'people', 'premises', 'workbook']
if (!FOLDERS.includes(folder) || !/^[a-z]+(?:-[a-z0-9]+)+$/.test(id ?? '')) {
  console.error(`usage: npm run new-rule -- ${FOLDERS.join('|')} some-fault\nThe id names the fault and reads after "allow": id-checksum-wrong, lease-ended.`)
  process.exit(2)
}
const path = `src/rules/${folder}/${id}.ts`, name = id.replace(/-(\w)/g, (_, letter) => letter.toUpperCase())
if (existsSync(path)) {
  console.error(`${path} is there already`)
  process.exit(2)
}
const call = `report({ at: null, subject: 'overall/${id}', message: message('finding.${id}', { count: 1 }) })`
// A rule about single people is shown each of them in the one pass that all rules share.
const hook = folder === 'people'
  ? `  people(_input, report) {
    return {
      person({ name }) {
        if (name === '') ${call}
      },
    }
  },`
  : `  run({ reading }, report) {
    if (reading.tables.length === 0) ${call}
  },`
writeFileSync(path, `import { message } from '../../messages'
import { rule } from '../rule'

/** What is wrong, in one sentence that an auditor would accept. */
export const ${name} = rule({
  id: '${id}', needs: ['roster'], severity: 'warning', fix: 'none', source: null,
  example: {
    bad: [['社区', '姓名', '人员类别'], ['河东社区', '甲某', '正式']],
    good: [['社区', '姓名', '人员类别'], ['河东社区', '乙某', '聘用']],
  },
${hook}
})
`)
edit('src/rules/index.ts', text => text
  .replace("import type { Rule } from './rule'", `import { ${name} } from './${folder}/${id}'\nimport type { Rule } from './rule'`)
  .replace(/\n\]\n/, `\n  ${name},\n]\n`))
edit('src/messages/explanations.ts', text => text.replace(/\n\}( as const|\s*$)/, `\n  'explain.${id}': { 'zh-CN': '…', en: '…' },\n}$1`))
edit('src/messages/findings.ts', text => text.replace(/\n\}( as const|\s*$)/, `\n  'finding.${id}': { 'zh-CN': '{count:count} 处…', en: '{count:count} …' },\n}$1`))
console.log(`${path}\nNext: say what it means (src/messages/explanations.ts, findings.ts), write its examples, then\n  npx jest --selectProjects core -w 1 test/rules -t ${id}\n  PLANCHECK_WRITE=1 npx jest test/readme\n  npm run check:one -- FILE.xlsx --rule ${id}`)

function edit(file, change) {
  const before = readFileSync(file, 'utf8'), after = change(before)
  if (after === before) throw new Error(`${file} has another shape than this script expects: add the line by hand`)
  writeFileSync(file, after)
}

import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import ts from 'typescript'

export const root = join(__dirname, '../..')

/** A file of the program, by what it takes from others and what it gives. */
export interface Module {
  /** `src/core/area.ts`. */
  readonly file: string
  readonly lines: number
  readonly imports: readonly Import[]
  readonly exports: readonly Export[]
}

export interface Import {
  /** The file that it comes from. */
  readonly file: string
  /** `*`: all of it, or nobody knows what (loaded when it is needed). */
  readonly names: readonly string[]
  /** Loaded when it is needed: it may come round again. */
  readonly late: boolean
}

export interface Export {
  /** Several where one statement says them together: a family of constants is taken when one of them is. */
  readonly names: readonly string[]
  /** A type that something else in its own file is made of is part of how that is used. */
  readonly isTypeUsedHere: boolean
}

/** Every TypeScript file of some folders. */
export function modulesOf(folders: readonly string[]): Module[] {
  return folders.flatMap(folder => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(name => join(folder, name)))
    .filter(file => /\.tsx?$/.test(file) && !file.endsWith('.d.ts')).sort().map(moduleOf)
}

function moduleOf(file: string): Module {
  const text = readFileSync(join(root, file), 'utf8')
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, false, file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS)
  const imports: Import[] = []
  const visit = (node: ts.Node): void => {
    const late = lateOf(node)
    if (late !== null) add(late, ['*'], true)
    ts.forEachChild(node, visit)
  }
  const add = (spec: string, names: readonly string[], late: boolean): void => {
    const found = fileOf(file, spec)
    if (found !== null) imports.push({ file: found, names, late })
  }
  for (const statement of source.statements)
    if (ts.isImportDeclaration(statement)) add(textOf(statement.moduleSpecifier), namesOf(statement.importClause), false)
    else if (ts.isExportDeclaration(statement)) add(textOf(statement.moduleSpecifier), exportedNames(statement), false)
    else visit(statement)
  return { file, lines: text.split('\n').length - 1, imports, exports: exportsOf(source, text) }
}

/** `import('./x')`, also in a type, and `new URL('./x', …)` of a worker. */
function lateOf(node: ts.Node): string | null {
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) return textOf(node.arguments[0])
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return textOf(node.argument.literal)
  return ts.isNewExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'URL' ? textOf(node.arguments?.[0]) : null
}

function textOf(node: ts.Node | undefined): string {
  return node !== undefined && ts.isStringLiteralLike(node) ? node.text : ''
}

function fileOf(from: string, spec: string): string | null {
  if (!spec.startsWith('.')) return null
  const base = join(dirname(from), spec)
  return ['', '.ts', '.tsx', '/index.ts'].map(end => base + end).find(each => /\.tsx?$/.test(each) && existsSync(join(root, each))) ?? null
}

function namesOf(clause: ts.ImportClause | undefined): string[] {
  const bindings = clause?.namedBindings
  const named = bindings === undefined ? [] : ts.isNamespaceImport(bindings) ? ['*'] : bindings.elements.map(each => (each.propertyName ?? each.name).text)
  return clause?.name === undefined ? named : ['default', ...named]
}

function exportedNames({ exportClause }: ts.ExportDeclaration): string[] {
  if (exportClause === undefined || !ts.isNamedExports(exportClause)) return ['*']
  return exportClause.elements.map(each => (each.propertyName ?? each.name).text)
}

function exportsOf(source: ts.SourceFile, text: string): Export[] {
  return source.statements.flatMap((statement): Export[] => {
    if (ts.isExportDeclaration(statement))
      return statement.exportClause !== undefined && ts.isNamedExports(statement.exportClause)
        ? statement.exportClause.elements.map(({ name }) => (of(name.text)))
        : []
    const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement)?.map(each => each.kind) ?? [] : []
    if (!modifiers.includes(ts.SyntaxKind.ExportKeyword)) return []
    if (modifiers.includes(ts.SyntaxKind.DefaultKeyword)) return [of('default')]
    if (ts.isVariableStatement(statement))
      return [of(...statement.declarationList.declarations.flatMap(({ name }) => (ts.isIdentifier(name) ? [name.text] : [])))]
    if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) {
      const { text: name } = statement.name, others = text.slice(0, statement.pos) + text.slice(statement.end)
      return [{ names: [name], isTypeUsedHere: new RegExp(`(?<![\\w$])${name}(?![\\w$])`).test(others) }]
    }
    return ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement) ? [of(statement.name?.text ?? 'default')] : []
  })
}

function of(...names: readonly string[]): Export {
  return { names, isTypeUsedHere: false }
}

import type { Document, ErrorCode, Node } from 'yaml'
import { isMap, isNode, isScalar, LineCounter, parseDocument, visit } from 'yaml'
import type { z } from 'zod'
import { issueSentence } from './issue-sentence.ts'
import type { Place, Problem, ReadResult } from './problem.ts'
import { refused } from './problem.ts'
import { readText } from './text-file.ts'

/** Reads a YAML file by a shape; each problem stands at the line and character where it is to be mended. */
export async function readYaml<T>(file: string, shape: z.ZodType<T>): Promise<ReadResult<T>> {
  const text = await readText(file)
  if (!text.ok) return text
  const lines = new LineCounter()
  const document = parseDocument(text.value, { lineCounter: lines, prettyErrors: false })
  const at = (offset: number): Place => placeOf(lines, offset)
  const syntax = [...syntaxProblems(file, document, at), ...aliasProblems(file, document, at)]
  if (syntax.length > 0) return refused(syntax)
  const result = shape.safeParse(document.toJS(), { reportInput: true })
  if (result.success) return { ok: true, value: result.data }
  const problems = result.error.issues.flatMap(oneKeyEach).map((issue) => ({
    file,
    place: at(offsetOf(document, issue)),
    message: issueSentence(issue, 'key'),
  }))
  return refused(problems)
}

const SYNTAX: Partial<Readonly<Record<ErrorCode, string>>> = {
  DUPLICATE_KEY: 'Mục này đã có ở trên.',
  MISSING_CHAR: 'Thiếu dấu đóng: ngoặc kép, ngoặc vuông hoặc dấu hai chấm.',
  BAD_INDENT: 'Thụt đầu dòng không khớp với các dòng trên.',
  TAB_AS_INDENT: 'Thụt đầu dòng bằng phím Tab; hãy dùng dấu cách.',
  MULTIPLE_DOCS: 'Tệp có nhiều phần ngăn bằng "---"; chỉ để một phần.',
}

type At = (offset: number) => Place

function syntaxProblems(file: string, document: Document, at: At): Problem[] {
  return document.errors.map((error) => ({
    file,
    place: at(error.pos[0]),
    message: SYNTAX[error.code] ?? `Sai cú pháp YAML (${error.code}).`,
  }))
}

/** What a name refers to may stand far away, or nowhere; a plan says each thing where it is meant. */
function aliasProblems(file: string, document: Document, at: At): Problem[] {
  const problems: Problem[] = []
  visit(document, {
    Alias: (_key, node) => {
      const place = at(node.range?.[0] ?? 0)
      problems.push({ file, place, message: 'Không dùng tham chiếu "*"; hãy viết lại nội dung.' })
    },
  })
  return problems
}

function oneKeyEach(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== 'unrecognized_keys') return [issue]
  return issue.keys.map((key) => ({ ...issue, keys: [key] }))
}

/** The offset of the value an issue speaks of, or of what should have held it. */
function offsetOf(document: Document, issue: z.core.$ZodIssue): number {
  const unknown = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined
  for (let length = issue.path.length; length >= 0; length -= 1) {
    const node = document.getIn(issue.path.slice(0, length), true)
    if (!isNode(node)) continue
    return keyOffset(node, unknown) ?? node.range?.[0] ?? 0
  }
  return 0
}

function keyOffset(node: Node, name: string | undefined): number | undefined {
  if (name === undefined || !isMap(node)) return undefined
  const key = node.items.map((pair) => pair.key).find((k) => isScalar(k) && k.value === name)
  return isScalar(key) ? key.range?.[0] : undefined
}

function placeOf(lines: LineCounter, offset: number): Place {
  const { line, col } = lines.linePos(offset)
  return { line: Math.max(line, 1), column: Math.max(col, 1) }
}

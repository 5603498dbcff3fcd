/** The one place where SQL data becomes text. */
import type { Sql, SqlValue } from './sql.ts'

/** A statement with its parameters, as ClickHouse's HTTP interface takes them: `{p0:UInt32}`. */
export interface Statement {
  readonly text: string
  readonly params: Readonly<Record<string, SqlValue>>
}

/** Prints a tree. Equal values of equal type share one parameter. Cost: linear in the tree. */
export function print(tree: Sql): Statement {
  const params: Record<string, SqlValue> = {}
  const names = new Map<string, string>()
  const out: string[] = []
  const walk = (node: Sql): void => {
    switch (node.kind) {
      case 'text':
        out.push(node.text)
        break
      case 'identifier':
        out.push(node.parts.map(quote).join('.'))
        break
      case 'sequence':
        node.parts.forEach(walk)
        break
      case 'value': {
        const key = `${node.type}:${serialise(node.value)}`
        let name = names.get(key)
        if (name === undefined) {
          name = `p${names.size}`
          names.set(key, name)
          params[name] = node.value
        }
        out.push(`{${name}:${node.type}}`)
      }
    }
  }
  walk(tree)
  return { text: out.join(''), params }
}

function quote(name: string): string {
  return '`' + name.replaceAll('\\', '\\\\').replaceAll('`', '\\`') + '`'
}

function serialise(value: SqlValue): string {
  return JSON.stringify(value, (_, v: unknown) => (typeof v === 'bigint' ? `${v}n` : v))
}

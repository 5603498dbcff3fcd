/** A first file of a model: what it is, and every setting with its meaning and default, as comments to be changed. */
import { LOCALES, type Locale } from '../../base/index.ts'
import {
  modelText,
  type ModelSetting,
  type ModelSpec,
  type ModelWords,
  type SettingValue,
} from './spec.ts'

/** The text of a new file, with comments in one language and names in all. `told` are settings to be written and not only shown. */
export function printModelFile(
  spec: ModelSpec,
  locale: Locale,
  { told = {} }: { readonly told?: Readonly<Record<string, SettingValue>> } = {},
): string {
  const word = (words: ModelWords): string => words[LOCALES.indexOf(locale)] ?? words[0]
  const lines = [
    '# yaml-language-server: $schema=../schema/model.schema.json',
    ...wrapped(word(spec.about)),
    `kind: ${spec.kind}`,
    'label:',
    ...Object.entries(modelText(spec.label)).map(([each, name]) => `  ${each}: ${quoted(name)}`),
    `refresh: ${spec.refresh}`,
  ]
  for (const setting of spec.settings) {
    lines.push('', ...wrapped(word(setting.label)), ...written(setting, told[setting.name]))
  }
  return `${lines.join('\n')}\n`
}

function written(setting: ModelSetting, given: SettingValue | undefined): readonly string[] {
  const { name, choices, range } = setting
  const value = given ?? setting.default ?? setting.example
  if (setting.required === true && given === undefined && setting.default === undefined) {
    const [, ...inside] = value === undefined ? [] : yamlLines(name, value)
    return [`${name}:`, ...inside.map((line) => `# ${line}`)]
  }
  const note =
    choices !== undefined
      ? `  # ${choices.join(' | ')}`
      : range === undefined
        ? ''
        : `  # ${range[0]} … ${range[1]}`
  const isOn = given !== undefined || setting.required === true
  const body = value === undefined ? [`${name}:`] : yamlLines(name, value)
  const [first = '', ...more] = body
  const all = [`${first}${more.length === 0 ? note : ''}`, ...more]
  return isOn ? all : all.map((line) => `# ${line}`)
}

function yamlLines(name: string, value: SettingValue): readonly string[] {
  if (typeof value !== 'object') return [`${name}: ${plain(value)}`]
  if (Array.isArray(value)) return [`${name}: [${value.map(plain).join(', ')}]`]
  return [
    `${name}:`,
    ...Object.entries(value).map(([key, one]) => `  ${plain(key)}: ${flow(one as SettingValue)}`),
  ]
}

function flow(value: SettingValue): string {
  if (typeof value !== 'object') return plain(value)
  if (Array.isArray(value)) return `[${value.map(plain).join(', ')}]`
  const parts = Object.entries(value).map(
    ([key, one]) => `${plain(key)}: ${flow(one as SettingValue)}`,
  )
  return `{ ${parts.join(', ')} }`
}

function plain(value: string | number | boolean): string {
  return typeof value === 'string' ? quoted(value) : String(value)
}

/** Anything that YAML might read as something else stands in quotes. */
function quoted(text: string): string {
  const isBare = /^[A-Za-z_][A-Za-z0-9_.\- ]*[A-Za-z0-9_]$|^[a-z]$/.test(text)
  const isWord = /^(true|false|null|yes|no|on|off|~)$/i.test(text)
  return isBare && !isWord ? text : JSON.stringify(text)
}

function wrapped(text: string): readonly string[] {
  const lines: string[] = ['#']
  for (const word of text.split(' ')) {
    const last = lines.length - 1
    if ((lines[last] ?? '').length + word.length > 100) lines.push(`# ${word}`)
    else lines[last] = `${lines[last]} ${word}`
  }
  return lines
}

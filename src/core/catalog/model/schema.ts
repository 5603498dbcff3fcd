/** The shape of `models/<key>.yaml` as written: one zod object per kind, made from the table of kinds. */
import * as z from 'zod'
import { LOCALES } from '../../base/index.ts'
import { MODEL_SPECS } from './kinds.ts'
import { REFRESHES, type ModelSetting, type ModelSpec } from './spec.ts'

const text = z.string().min(1)
const localText = z.union([text, z.partialRecord(z.enum(LOCALES), text)])

/** Numbers stay as they are written until a setting wants one. */
const number = z.union([z.number(), z.string()])

/** Any file of a model: what is read first, to know its kind. */
export const MODEL_HEAD: z.ZodType<{ readonly kind: string }> = z.looseObject({
  kind: z.enum(MODEL_SPECS.map((spec) => spec.kind)),
})

/** A file of one kind. */
export function modelSchema(spec: ModelSpec): z.ZodType<Readonly<Record<string, unknown>>> {
  const own = spec.settings.map((setting) => {
    const told = shapeOf(setting).describe(describe(setting))
    return [setting.name, setting.required === true ? told : told.nullable().optional()]
  })
  return z
    .strictObject({
      kind: z.literal(spec.kind).describe(spec.about[0]),
      label: localText.optional().describe('What people call it; the name of the kind when absent'),
      refresh: z
        .enum(REFRESHES)
        .optional()
        .describe(`How often it is computed anew; never: by hand. Usually ${spec.refresh}`),
      ...Object.fromEntries(own),
    })
    .meta({ title: `Tessera model: ${spec.kind}` })
}

/** Every kind, for editors. */
export function modelFileSchema(): z.ZodType {
  const all = MODEL_SPECS.map((spec) => modelSchema(spec))
  return z.union(all as [z.ZodType, ...z.ZodType[]]).meta({ title: 'Tessera model' })
}

function describe({ label, default: usual }: ModelSetting): string {
  return usual === undefined ? label[0] : `${label[0]}. Default: ${JSON.stringify(usual)}`
}

function shapeOf({ kind, choices = [] }: ModelSetting): z.ZodType {
  switch (kind) {
    case 'number':
    case 'whole':
      return number
    case 'choice':
      return z.enum(choices)
    case 'flag':
      return z.boolean()
    case 'texts':
    case 'traits':
      return z.array(z.union([text, z.number().transform(String)]))
    case 'numbers':
      return z.array(number)
    case 'weights':
      return z.record(text, number)
    case 'expressions':
    case 'conditions':
    case 'items':
      return z.record(text, text)
    case 'picks':
      return z.record(text, z.enum(choices))
    default:
      return text
  }
}

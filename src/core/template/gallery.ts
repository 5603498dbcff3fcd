/** All templates, in the order of their groups. */
import { ACQUISITION } from './data/acquisition.ts'
import { CARE } from './data/care.ts'
import { EMAIL } from './data/email.ts'
import { GROWTH } from './data/growth.ts'
import { LOYALTY } from './data/loyalty.ts'
import { PREFERENCE } from './data/preference.ts'
import { REWARD } from './data/reward.ts'
import { RISK } from './data/risk.ts'
import { SEASON } from './data/season.ts'
import { STAGE } from './data/stage.ts'
import { VALUE } from './data/value.ts'
import type { Template } from './template.ts'

export const TEMPLATES: readonly Template[] = [
  ...LOYALTY,
  ...VALUE,
  ...RISK,
  ...GROWTH,
  ...STAGE,
  ...PREFERENCE,
  ...REWARD,
  ...EMAIL,
  ...CARE,
  ...ACQUISITION,
  ...SEASON,
]

/** The template with this key; undefined when there is none. */
export function templateWithKey(key: string): Template | undefined {
  return TEMPLATES.find((template) => template.key === key)
}

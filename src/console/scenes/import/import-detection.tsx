/** What was detected about a file, with the evidence, and what only a person can answer. */
import { useState, type ReactElement } from 'react'
import { Button, Form, Label, Radio, RadioGroup } from 'react-aria-components'
import type { PreviewRequest, PreviewWire } from '../../../core/contract/index.ts'
import { TextInput } from '../../parts/choice.tsx'
import { Icon } from '../../parts/icon.tsx'
import { useLanguage } from '../../parts/language.tsx'
import type { Word } from '../../words/word.ts'
import type { Translate } from '../../words/words.ts'

interface Props {
  readonly preview: PreviewWire
  readonly onChange: (change: Partial<PreviewRequest>) => void
}

/** Questions by radio; an answer is applied at once. */
export function Questions({ preview, onChange }: Props): ReactElement {
  const { t } = useLanguage()
  return (
    <section className="sheet attention" aria-labelledby="questions-title">
      <h2 id="questions-title">{t('questions')}</h2>
      {preview.questions.map(({ code, message, option, answers }) => (
        <RadioGroup
          key={`${code} ${option}`}
          className="radios"
          value={null}
          onChange={(value) => onChange({ answers: { [option]: value } })}
        >
          <Label className="label">{message}</Label>
          {answers.map((answer) => (
            <Radio key={answer.value} value={answer.value} className="radio">
              <span className="radio-mark" />
              {answerLabel(option, answer, t)}
            </Radio>
          ))}
        </RadioGroup>
      ))}
    </section>
  )
}

const ASPECT_WORDS: Readonly<Record<string, Word>> = {
  compression: 'aspectCompression',
  type: 'aspectType',
  encoding: 'aspectEncoding',
  delimiter: 'aspectDelimiter',
  quote: 'aspectQuote',
  header: 'aspectHeader',
  decimal: 'aspectDecimal',
  dates: 'aspectDates',
  missing: 'aspectMissing',
  time_zone: 'aspectTimeZone',
}

const ANSWER_WORDS: Readonly<Record<string, Word>> = {
  'dates dmy': 'answerDmy',
  'dates mdy': 'answerMdy',
  'dates ymd': 'answerYmd',
  'decimal .': 'answerPoint',
  'decimal ,': 'answerComma',
  'compression none': 'none',
  'as customers': 'customerRows',
  'as products': 'productRows',
  'as orders': 'orderRows',
  'header true': 'answerYes',
  'header false': 'answerNo',
}

function answerLabel(
  option: string,
  answer: { readonly value: string; readonly label: string },
  t: Translate,
): string {
  const word = ANSWER_WORDS[`${option} ${answer.value}`]
  return word === undefined ? answer.label : t(word)
}

function aspectLabel(aspect: string, t: Translate): string {
  const word = ASPECT_WORDS[aspect]
  return word === undefined ? aspect : t(word)
}

/** Format, encoding, delimiter and the rest; each can be overridden. */
export function Detection({ preview, onChange }: Props): ReactElement {
  const { t } = useLanguage()
  return (
    <section className="sheet" aria-labelledby="detected-title">
      <h2 id="detected-title">{t('detected')}</h2>
      <table className="detection">
        <thead>
          <tr>
            <th scope="col">{t('aspect')}</th>
            <th scope="col">{t('value')}</th>
            <th scope="col">{t('becauseOf')}</th>
          </tr>
        </thead>
        <tbody>
          {preview.detection.map((d) => (
            <tr key={d.aspect}>
              <th scope="row">{aspectLabel(d.aspect, t)}</th>
              <td>
                <Override
                  key={d.value}
                  aspect={aspectLabel(d.aspect, t)}
                  value={d.value}
                  shown={answerLabel(d.aspect, { value: d.value, label: d.value }, t)}
                  onChange={(value) => onChange({ answers: { [d.aspect]: value } })}
                />
                {!d.certain && <span className="badge warm">{t('unsure')}</span>}
              </td>
              <td className="quiet">{d.evidence}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Override(props: {
  readonly aspect: string
  readonly value: string
  /** The value in words, where it has any. */
  readonly shown: string
  readonly onChange: (value: string) => void
}): ReactElement {
  const { t } = useLanguage()
  const { aspect, value, shown, onChange } = props
  const [typed, setTyped] = useState<string>()
  if (typed === undefined) {
    return (
      <>
        <code>{shown === '\t' ? '⇥' : shown === '' ? '–' : shown}</code>
        <Button
          className="icon-button small"
          aria-label={t('changeAspect', { aspect })}
          onPress={() => setTyped(value)}
        >
          <Icon name="edit" />
        </Button>
      </>
    )
  }
  return (
    <Form
      className="row end"
      onSubmit={(e) => {
        e.preventDefault()
        setTyped(undefined)
        if (typed !== value) onChange(typed)
      }}
    >
      <TextInput label={t('changeAspect', { aspect })} value={typed} onChange={setTyped} mono />
      <Button type="submit" className="button small">
        {t('apply')}
      </Button>
    </Form>
  )
}

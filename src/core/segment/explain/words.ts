/** The words of explanations in four languages. */
import type { Words } from '../../base/index.ts'

type ExplainWord =
  | 'met'
  | 'not-met'
  | 'missing'
  | 'nothing'
  | 'true'
  | 'false'
  | 'member'
  | 'not-member'
  | 'listed'
  | 'not-listed'
  | 'included'
  | 'not-included'
  | 'excluded'
  | 'not-excluded'
  | 'against'
  | 'all-met'
  | 'all-not-met'
  | 'one-met'
  | 'one-not-met'
  | 'not-truth'
  | 'not-false'
  | 'at-least-met'
  | 'at-least-not-met'
  | 'everyone'
  | 'unknown-customer'

/** `{criterion}` is the condition said plainly, `{found}` what the customer has. */
export const EXPLAIN_WORDS: Words<ExplainWord> = {
  en: {
    met: 'Yes: {criterion}. Found: {found}.',
    'not-met': 'No: {criterion}. Found: {found}.',
    missing: 'Not met: {facts}',
    nothing: 'nothing',
    true: 'true',
    false: 'false',
    member: 'is a member',
    'not-member': 'is not a member',
    listed: 'on it',
    'not-listed': 'not on it',
    included: 'Included by hand',
    'not-included': 'Not included by hand',
    excluded: 'Excluded by hand',
    'not-excluded': 'Not excluded by hand',
    against: '{left} against {right}',
    'all-met': 'Yes: all {count} conditions met.',
    'all-not-met': 'No: {met} of {count} conditions met; all are needed.',
    'one-met': 'Yes: {met} of {count} conditions met; one is enough.',
    'one-not-met': 'No: none of the {count} conditions met.',
    'not-truth': 'Yes: what must not be so is not so.',
    'not-false': 'No: what must not be so is so.',
    'at-least-met': 'Yes: {met} of {count} conditions met; needed: {needed}.',
    'at-least-not-met': 'No: {met} of {count} conditions met; needed: {needed}.',
    everyone: 'Everyone belongs.',
    'unknown-customer': 'Nothing was known of this customer at that moment.',
  },
  'pt-BR': {
    met: 'Sim: {criterion}. Encontrado: {found}.',
    'not-met': 'Não: {criterion}. Encontrado: {found}.',
    missing: 'Não atendido: {facts}',
    nothing: 'nada',
    true: 'verdadeiro',
    false: 'falso',
    member: 'faz parte',
    'not-member': 'não faz parte',
    listed: 'está nela',
    'not-listed': 'não está nela',
    included: 'Incluído à mão',
    'not-included': 'Não incluído à mão',
    excluded: 'Excluído à mão',
    'not-excluded': 'Não excluído à mão',
    against: '{left} contra {right}',
    'all-met': 'Sim: condições atendidas: {met} de {count}.',
    'all-not-met': 'Não: condições atendidas: {met} de {count}; todas são necessárias.',
    'one-met': 'Sim: condições atendidas: {met} de {count}; basta uma.',
    'one-not-met': 'Não: nenhuma das {count} condições é atendida.',
    'not-truth': 'Sim: o que não pode ocorrer não ocorre.',
    'not-false': 'Não: o que não pode ocorrer ocorre.',
    'at-least-met': 'Sim: condições atendidas: {met} de {count}; necessárias: {needed}.',
    'at-least-not-met': 'Não: condições atendidas: {met} de {count}; necessárias: {needed}.',
    everyone: 'Todos fazem parte.',
    'unknown-customer': 'Nada se sabia deste cliente naquele momento.',
  },
  es: {
    met: 'Sí: {criterion}. Encontrado: {found}.',
    'not-met': 'No: {criterion}. Encontrado: {found}.',
    missing: 'No se cumple: {facts}',
    nothing: 'nada',
    true: 'verdadero',
    false: 'falso',
    member: 'forma parte',
    'not-member': 'no forma parte',
    listed: 'está en ella',
    'not-listed': 'no está en ella',
    included: 'Incluido a mano',
    'not-included': 'No incluido a mano',
    excluded: 'Excluido a mano',
    'not-excluded': 'No excluido a mano',
    against: '{left} frente a {right}',
    'all-met': 'Sí: condiciones cumplidas: {met} de {count}.',
    'all-not-met': 'No: condiciones cumplidas: {met} de {count}; hacen falta todas.',
    'one-met': 'Sí: condiciones cumplidas: {met} de {count}; basta una.',
    'one-not-met': 'No: no se cumple ninguna de las {count} condiciones.',
    'not-truth': 'Sí: lo que no debe ocurrir no ocurre.',
    'not-false': 'No: lo que no debe ocurrir ocurre.',
    'at-least-met': 'Sí: condiciones cumplidas: {met} de {count}; necesarias: {needed}.',
    'at-least-not-met': 'No: condiciones cumplidas: {met} de {count}; necesarias: {needed}.',
    everyone: 'Todos forman parte.',
    'unknown-customer': 'En ese momento no se sabía nada de este cliente.',
  },
  fr: {
    met: 'Oui : {criterion}. Constaté : {found}.',
    'not-met': 'Non : {criterion}. Constaté : {found}.',
    missing: 'Non rempli : {facts}',
    nothing: 'rien',
    true: 'vrai',
    false: 'faux',
    member: 'en fait partie',
    'not-member': 'n’en fait pas partie',
    listed: 'y figure',
    'not-listed': 'n’y figure pas',
    included: 'Inclus à la main',
    'not-included': 'Pas inclus à la main',
    excluded: 'Exclu à la main',
    'not-excluded': 'Pas exclu à la main',
    against: '{left} contre {right}',
    'all-met': 'Oui : conditions remplies : {met} sur {count}.',
    'all-not-met': 'Non : conditions remplies : {met} sur {count} ; il les faut toutes.',
    'one-met': 'Oui : conditions remplies : {met} sur {count} ; une suffit.',
    'one-not-met': 'Non : aucune des {count} conditions n’est remplie.',
    'not-truth': 'Oui : ce qui ne doit pas être n’est pas.',
    'not-false': 'Non : ce qui ne doit pas être est.',
    'at-least-met': 'Oui : conditions remplies : {met} sur {count} ; il en faut {needed}.',
    'at-least-not-met': 'Non : conditions remplies : {met} sur {count} ; il en faut {needed}.',
    everyone: 'Tout le monde en fait partie.',
    'unknown-customer': 'On ne savait rien de ce client à ce moment-là.',
  },
}

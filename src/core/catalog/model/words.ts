/** What the issues of model files and of the economy of a programme say, in four languages. */
import type { Words } from '../../base/index.ts'

export type ModelCode =
  | 'catalog/bad-model-key'
  | 'catalog/model-number'
  | 'catalog/unknown-trait'
  | 'catalog/moved'
  | 'catalog/section-missing'
  | 'catalog/not-a-number'
  | 'catalog/number-wanted'
  | 'catalog/score-twice'
  | 'catalog/unknown-item'
  | 'catalog/unknown-measure'

export const MODEL_WORDS: Words<ModelCode> = {
  en: {
    'catalog/bad-model-key':
      '"{key}" cannot be the key of a model: name the file with lower-case letters, digits and _, starting with a letter.',
    'catalog/model-number': '"{name}" must be a number from {low} to {high}.',
    'catalog/unknown-trait': 'There is no trait "{trait}".',
    'catalog/moved':
      '"{key}" has moved: what serving costs stands under `{section}:` in tessera.yaml, once for all models and reports, and by the month (`monthly`, `capacity`, `minutes`; amounts under `amounts`). Write it there, and remove it here.',
    'catalog/section-missing':
      'A model of kind {kind} reads `{section}:` in tessera.yaml, and there is none. Write it; docs/reference/catalogue.md shows how.',
    'catalog/not-a-number': '"{name}" is of type {type}; it must be a number here.',
    'catalog/number-wanted':
      '"{name}" must be a number; a length of time becomes one by `/ 1 day`.',
    'catalog/score-twice':
      'The score "{name}" is given twice: here, and by {other}. Rename the file, or what gives the name.',
    'catalog/unknown-item':
      'There is no item "{item}": no trait has that name, and `items:` does not tell it.',
    'catalog/unknown-measure': '"{measure}" is none of the measures of this model.',
  },
  'pt-BR': {
    'catalog/bad-model-key':
      '"{key}" não pode ser a chave de um modelo: dê ao arquivo um nome com letras minúsculas sem acento, dígitos e _, começando por letra.',
    'catalog/model-number': '"{name}" deve ser um número de {low} a {high}.',
    'catalog/unknown-trait': 'Não há atributo "{trait}".',
    'catalog/moved':
      '"{key}" mudou de lugar: o que custa atender fica em `{section}:` no tessera.yaml, uma vez para todos os modelos e relatórios, e por mês (`monthly`, `capacity`, `minutes`; valores em `amounts`). Escreva lá e retire daqui.',
    'catalog/section-missing':
      'Um modelo do tipo {kind} lê `{section}:` no tessera.yaml, e não há. Escreva; docs/reference/catalogue.md mostra como.',
    'catalog/not-a-number': '"{name}" é do tipo {type}; aqui precisa ser um número.',
    'catalog/number-wanted':
      '"{name}" precisa ser um número; uma duração vira número com `/ 1 day`.',
    'catalog/score-twice':
      'A pontuação "{name}" é dada duas vezes: aqui e por {other}. Renomeie o arquivo ou o que dá o nome.',
    'catalog/unknown-item':
      'Não há item "{item}": nenhum atributo tem esse nome, e `items:` não o diz.',
    'catalog/unknown-measure': '"{measure}" não é uma das medidas deste modelo.',
  },
  es: {
    'catalog/bad-model-key':
      '"{key}" no puede ser la clave de un modelo: nombre el archivo con minúsculas sin acento, dígitos y _, empezando por una letra.',
    'catalog/model-number': '"{name}" debe ser un número de {low} a {high}.',
    'catalog/unknown-trait': 'No hay ningún atributo "{trait}".',
    'catalog/moved':
      '"{key}" ha cambiado de lugar: lo que cuesta servir está en `{section}:` de tessera.yaml, una vez para todos los modelos e informes, y por mes (`monthly`, `capacity`, `minutes`; importes en `amounts`). Escríbalo allí y quítelo de aquí.',
    'catalog/section-missing':
      'Un modelo de tipo {kind} lee `{section}:` en tessera.yaml, y no lo hay. Escríbalo; docs/reference/catalogue.md muestra cómo.',
    'catalog/not-a-number': '"{name}" es de tipo {type}; aquí debe ser un número.',
    'catalog/number-wanted': '"{name}" debe ser un número; una duración lo es con `/ 1 day`.',
    'catalog/score-twice':
      'La puntuación "{name}" se da dos veces: aquí y por {other}. Cambie el nombre del archivo o de lo que lo da.',
    'catalog/unknown-item':
      'No hay ningún ítem "{item}": ningún atributo tiene ese nombre, y `items:` no lo dice.',
    'catalog/unknown-measure': '"{measure}" no es ninguna de las medidas de este modelo.',
  },
  fr: {
    'catalog/bad-model-key':
      '« {key} » ne peut pas être la clé d’un modèle : nommez le fichier avec des minuscules sans accent, des chiffres et _, en commençant par une lettre.',
    'catalog/model-number': '« {name} » doit être un nombre de {low} à {high}.',
    'catalog/unknown-trait': 'Il n’y a pas d’attribut « {trait} ».',
    'catalog/moved':
      '« {key} » a changé de place : ce que coûte le service se trouve sous `{section}:` dans tessera.yaml, une fois pour tous les modèles et rapports, et par mois (`monthly`, `capacity`, `minutes` ; les montants sous `amounts`). Écrivez-le là-bas et retirez-le d’ici.',
    'catalog/section-missing':
      'Un modèle de type {kind} lit `{section}:` dans tessera.yaml, et il n’y en a pas. Écrivez-le ; docs/reference/catalogue.md montre comment.',
    'catalog/not-a-number': '« {name} » est de type {type} ; il faut ici un nombre.',
    'catalog/number-wanted':
      '« {name} » doit être un nombre ; une durée en devient un par `/ 1 day`.',
    'catalog/score-twice':
      'Le score « {name} » est donné deux fois : ici et par {other}. Renommez le fichier, ou ce qui donne le nom.',
    'catalog/unknown-item':
      'Il n’y a pas d’item « {item} » : aucun attribut ne porte ce nom, et `items:` ne le dit pas.',
    'catalog/unknown-measure': '« {measure} » n’est pas une mesure de ce modèle.',
  },
}

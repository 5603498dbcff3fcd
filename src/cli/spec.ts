/** What the commands are: arguments, options and examples as data; help, completion and reference come from here. */
import type { CommandName, WordKey } from './words/index.ts'

export interface ArgumentSpec {
  /** As commander writes it: `<needed>`, `[optional]`, `[files...]`. */
  readonly form: string
  readonly word: WordKey
}

export interface OptionSpec {
  readonly flags: string
  readonly word: WordKey
  /** A whole number within bounds. */
  readonly number?: readonly [low: number, high: number]
  readonly oneOf?: readonly string[]
  /** A language tag that we have words for. */
  readonly language?: boolean
  /** Not shown in help: for rehearsals. */
  readonly hidden?: boolean
  /** May be given several times, or with several values. */
  readonly many?: boolean
}

export interface CommandSpec {
  readonly name: CommandName
  readonly args: readonly ArgumentSpec[]
  readonly options: readonly OptionSpec[]
  readonly examples: readonly string[]
}

/** Options that every command takes. */
export const GLOBAL_OPTIONS: readonly OptionSpec[] = [
  { flags: '-p, --programme <folder>', word: 'opt-programme' },
  { flags: '--locale <tag>', word: 'opt-locale', language: true },
  { flags: '--json', word: 'opt-json' },
  { flags: '--clickhouse <url>', word: 'opt-clickhouse' },
  { flags: '--postgres <url>', word: 'opt-postgres' },
]

const AS_OF: OptionSpec = { flags: '--as-of <time>', word: 'opt-as-of' }
const CUSTOMERS: OptionSpec = {
  flags: '--customers <n>',
  word: 'opt-customers',
  number: [100, 1_000_000],
}
const SEED: OptionSpec = { flags: '--seed <n>', word: 'opt-seed', number: [0, 4_294_967_295] }
const LIMIT: OptionSpec = { flags: '--limit <n>', word: 'opt-limit', number: [1, 100_000] }
const WHY: OptionSpec = { flags: '--why <text>', word: 'opt-why' }
const SEGMENT: ArgumentSpec = { form: '<segment>', word: 'arg-segment' }

/** Every command, in the order of the help. */
export const COMMAND_SPECS: readonly CommandSpec[] = [
  {
    name: 'up',
    args: [],
    options: [
      { flags: '--demo', word: 'opt-up-demo' },
      CUSTOMERS,
      { flags: '--port <n>', word: 'opt-port', number: [0, 65_535] },
      { flags: '--no-open', word: 'opt-no-open' },
      { flags: '--clock-start <time>', word: 'opt-clock-start', hidden: true },
      { flags: '--clock-speed <n>', word: 'opt-clock-speed', number: [1, 100_000], hidden: true },
    ],
    examples: ['tessera up', 'tessera up --demo', 'tessera up --port 9000 --no-open'],
  },
  {
    name: 'init',
    args: [{ form: '[folder]', word: 'arg-folder' }],
    options: [
      { flags: '--name <name>', word: 'opt-name' },
      { flags: '--time-zone <zone>', word: 'opt-time-zone' },
      { flags: '--currency <code>', word: 'opt-currency' },
      { flags: '--from <files...>', word: 'opt-from', many: true },
      { flags: '--as <target>', word: 'opt-as' },
      { flags: '--map <list>', word: 'opt-map', many: true },
    ],
    examples: [
      'tessera init my-shop --name "My shop" --time-zone Europe/Madrid --currency EUR',
      'tessera init my-shop --from customers.csv orders.csv',
      'tessera init my-shop --from people.csv --as customers --map customer=Number',
    ],
  },
  {
    name: 'load',
    args: [{ form: '[files...]', word: 'arg-files' }],
    options: [
      { flags: '--as <target>', word: 'opt-as' },
      { flags: '--map <list>', word: 'opt-map', many: true },
      { flags: '--mapping <file>', word: 'opt-mapping' },
      { flags: '--retry <file>', word: 'opt-retry' },
      { flags: '--dry-run', word: 'opt-dry-run' },
      { flags: '--yes', word: 'opt-yes' },
    ],
    examples: [
      'tessera load customers.csv orders.csv.gz',
      'tessera load sales.csv --as orders --map customer=ClientID,at=Date,id=Invoice',
      'tessera load sales.csv --dry-run',
      'tessera load --retry .tessera/quarantine/3.csv',
    ],
  },
  {
    name: 'demo',
    args: [{ form: '[folder]', word: 'arg-folder' }],
    options: [
      CUSTOMERS,
      SEED,
      { flags: '--until <day>', word: 'opt-until' },
      { flags: '--load', word: 'opt-demo-load' },
    ],
    examples: ['tessera demo', 'tessera demo big-shop --customers 100000 --seed 7 --load'],
  },
  {
    name: 'evaluate',
    args: [],
    options: [AS_OF],
    examples: ['tessera evaluate', 'tessera evaluate --as-of 2026-01-31'],
  },
  {
    name: 'segments',
    args: [],
    options: [
      { flags: '--status <status>', word: 'opt-status', oneOf: ['draft', 'active', 'retired'] },
      { flags: '--check', word: 'opt-check' },
    ],
    examples: [
      'tessera segments',
      'tessera segments --status active --json',
      'tessera segments --check',
    ],
  },
  {
    name: 'members',
    args: [SEGMENT],
    options: [
      LIMIT,
      { flags: '--search <text>', word: 'opt-search' },
      { flags: '--after <customer>', word: 'opt-after' },
      AS_OF,
      { flags: '--reading <reading>', word: 'opt-reading', oneOf: ['held', 'recomputed'] },
    ],
    examples: [
      'tessera members loyal',
      'tessera members loyal --limit 1000 --json',
      'tessera members loyal --as-of 2026-01-31 --reading recomputed',
    ],
  },
  {
    name: 'count',
    args: [{ form: '<definition>', word: 'arg-definition' }],
    options: [
      AS_OF,
      { flags: '--approximate', word: 'opt-approximate' },
      { flags: '--each <period>', word: 'opt-each', oneOf: ['day', 'week', 'month'] },
      { flags: '--last <n>', word: 'opt-last', number: [1, 120] },
    ],
    examples: [
      "tessera count 'count(purchase, last 365 days) >= 5'",
      "tessera count 'everyone' --as-of 2026-01-31 --json",
      "tessera count 'any(purchase, last 60 days)' --each month --last 12",
    ],
  },
  {
    name: 'explain',
    args: [{ form: '<customer>', word: 'arg-customer' }, SEGMENT],
    options: [AS_OF],
    examples: ['tessera explain C-1042 loyal', 'tessera explain C-1042 loyal --locale pt-BR'],
  },
  {
    name: 'plan',
    args: [],
    options: [AS_OF, { flags: '--cost', word: 'opt-cost' }, { flags: '--sql', word: 'opt-sql' }],
    examples: ['tessera plan', 'tessera plan --json', 'tessera plan --cost --sql'],
  },
  {
    name: 'apply',
    args: [],
    options: [
      WHY,
      { flags: '--yes', word: 'opt-apply-yes' },
      { flags: '--force', word: 'opt-force' },
    ],
    examples: ['tessera apply', 'tessera apply --why "Spring campaign" --yes'],
  },
  {
    name: 'diff',
    args: [{ form: '[segment]', word: 'arg-segment' }],
    options: [{ flags: '--versions <numbers...>', word: 'opt-versions', many: true }],
    examples: ['tessera diff', 'tessera diff loyal --versions 1 2'],
  },
  {
    name: 'test',
    args: [{ form: '[segment]', word: 'arg-segment' }],
    options: [],
    examples: ['tessera test', 'tessera test loyal --json'],
  },
  {
    name: 'list',
    args: [
      { form: '<action>', word: 'arg-list-action' },
      { form: '[name]', word: 'arg-list-name' },
      { form: '[customers...]', word: 'arg-customers' },
    ],
    options: [
      { flags: '--from <file>', word: 'opt-list-from' },
      { flags: '--column <name>', word: 'opt-column' },
      { flags: '--comment <text>', word: 'opt-comment' },
      WHY,
      LIMIT,
      { flags: '--after <customer>', word: 'opt-after' },
    ],
    examples: [
      'tessera list create vip-2026 --comment "Invited to the opening"',
      'tessera list add vip-2026 C-1042 C-1043 --why "asked by phone"',
      'tessera list add vip-2026 --from guests.csv --column customer_id',
      'tessera list add segment:loyal:exclude C-1042',
      'tessera list show vip-2026',
      'tessera list lists',
    ],
  },
  {
    name: 'score',
    args: [
      { form: '<action>', word: 'arg-score-action' },
      { form: '[file]', word: 'arg-score-file' },
    ],
    options: [
      { flags: '--score <name>', word: 'opt-score' },
      { flags: '--at <time>', word: 'opt-score-at' },
      { flags: '--version <text>', word: 'opt-score-version' },
      WHY,
    ],
    examples: [
      'tessera score load clv.csv --score clv.expected_12m --at 2026-03-01 --version 2026-03',
      'tessera score load churn-and-clv.csv',
      'tessera score show',
    ],
  },
  {
    name: 'template',
    args: [
      { form: '<action>', word: 'arg-template-action' },
      { form: '[template]', word: 'arg-template' },
    ],
    options: [
      { flags: '--all', word: 'opt-template-all' },
      { flags: '--set <values...>', word: 'opt-set', many: true },
      { flags: '--segment <key>', word: 'opt-segment-key' },
      AS_OF,
    ],
    examples: [
      'tessera template list',
      'tessera template show overdue',
      'tessera template show category-fans --set category=Coffee share=30%',
      'tessera template use lost --set quiet=180 --segment lost-half-year',
    ],
  },
  {
    name: 'report',
    args: [{ form: '[report]', word: 'arg-report' }],
    options: [
      { flags: '--set <values...>', word: 'opt-report-set', many: true },
      { flags: '--table <name>', word: 'opt-report-table' },
      { flags: '--csv', word: 'opt-report-csv' },
    ],
    examples: [
      'tessera report',
      'tessera report concentration',
      'tessera report concentration --set days=90 segment=loyal',
      'tessera report concentration --csv --table curve',
    ],
  },
  {
    name: 'model',
    args: [
      { form: '<action>', word: 'arg-model-action' },
      { form: '[model]', word: 'arg-model' },
    ],
    options: [
      { flags: '--key <key>', word: 'opt-model-key' },
      { flags: '--run <n>', word: 'opt-model-run', number: [1, 2_000_000_000] },
      { flags: '--table <name>', word: 'opt-report-table' },
      { flags: '--csv', word: 'opt-report-csv' },
    ],
    examples: [
      'tessera model init lifetime --key value',
      'tessera model list',
      'tessera model run value',
      'tessera model show value',
      'tessera model show value --csv --table tracking',
    ],
  },
  {
    name: 'key',
    args: [
      { form: '<action>', word: 'arg-key-action' },
      { form: '[name]', word: 'arg-key-name' },
    ],
    options: [],
    examples: ['tessera key create "web shop"', 'tessera key list', 'tessera key revoke wk_a1b2c3'],
  },
  {
    name: 'events',
    args: [],
    options: [{ flags: '--follow', word: 'opt-follow' }, LIMIT],
    examples: ['tessera events', 'tessera events --follow'],
  },
  {
    name: 'merge',
    args: [
      { form: '<alias>', word: 'arg-alias' },
      { form: '<customer>', word: 'arg-merge-customer' },
    ],
    options: [],
    examples: ['tessera merge web-91aa C-1042'],
  },
  {
    name: 'unmerge',
    args: [{ form: '<alias>', word: 'arg-alias' }],
    options: [],
    examples: ['tessera unmerge web-91aa'],
  },
  {
    name: 'check',
    args: [],
    options: [],
    examples: ['tessera check', 'tessera check --programme shops/lisbon --json'],
  },
  {
    name: 'fmt',
    args: [],
    options: [{ flags: '--check', word: 'opt-fmt-check' }],
    examples: ['tessera fmt', 'tessera fmt --check'],
  },
  {
    name: 'verify',
    args: [],
    options: [],
    examples: ['tessera verify', 'tessera verify --json'],
  },
  {
    name: 'history',
    args: [{ form: '[segment]', word: 'arg-segment' }],
    options: [
      { flags: '--customer <customer>', word: 'opt-customer' },
      { flags: '--since <time>', word: 'opt-since' },
      { flags: '--until <time>', word: 'opt-history-until' },
      LIMIT,
    ],
    examples: ['tessera history loyal', 'tessera history --customer C-1042 --since 2026-01-01'],
  },
  {
    name: 'snapshot',
    args: [
      { form: '<action>', word: 'arg-snapshot-action' },
      { form: '[name]', word: 'arg-snapshot' },
      { form: '[segment]', word: 'arg-segment' },
    ],
    options: [AS_OF, LIMIT, { flags: '--after <customer>', word: 'opt-after' }],
    examples: [
      'tessera snapshot create spring-2026 loyal',
      'tessera snapshot list',
      'tessera snapshot members spring-2026',
      'tessera snapshot verify spring-2026',
    ],
  },
  {
    name: 'doctor',
    args: [],
    options: [],
    examples: ['tessera doctor', 'tessera doctor --json'],
  },
  {
    name: 'stop',
    args: [],
    options: [],
    examples: ['tessera stop'],
  },
  {
    name: 'completion',
    args: [{ form: '<shell>', word: 'arg-shell' }],
    options: [],
    examples: [
      'source <(tessera completion bash)',
      'source <(tessera completion zsh)',
      'tessera completion fish | source',
    ],
  },
  {
    name: 'version',
    args: [],
    options: [],
    examples: ['tessera version', 'tessera version --json'],
  },
]

/** Events over HTTP: who may send, what has arrived and waits, what was refused, and which customers were merged. */
import { sql, type Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

export const arrivals: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
  },
}

const STATEMENTS = [
  `CREATE TABLE write_key (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL,
    prefix text NOT NULL,
    hash text NOT NULL UNIQUE,
    created_at timestamptz NOT NULL DEFAULT now(),
    revoked_at timestamptz
  )`,
  `CREATE TABLE arrival (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    received_at timestamptz NOT NULL,
    row_count integer NOT NULL,
    byte_count integer NOT NULL,
    body text NOT NULL
  )`,
  // Rows live for seconds: squeezing them would cost more than writing them.
  `ALTER TABLE arrival ALTER COLUMN body SET STORAGE EXTERNAL`,
  `CREATE TABLE absorption (
    load integer PRIMARY KEY,
    arrivals jsonb NOT NULL,
    state text NOT NULL CHECK (state IN ('open', 'done')),
    row_count integer NOT NULL,
    started_at timestamptz NOT NULL DEFAULT now(),
    finished_at timestamptz,
    generation integer
  )`,
  `CREATE UNIQUE INDEX absorption_open ON absorption (state) WHERE state = 'open'`,
  `CREATE INDEX absorption_waiting ON absorption (load) WHERE generation IS NULL`,
  `CREATE TABLE refused_arrival (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    received_at timestamptz NOT NULL,
    write_key integer,
    type text NOT NULL,
    name text NOT NULL,
    message_id text NOT NULL,
    issues jsonb NOT NULL,
    body text NOT NULL
  )`,
  `CREATE INDEX refused_arrival_by_time ON refused_arrival (received_at)`,
  `CREATE TABLE customer_merge (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    alias_id text NOT NULL,
    customer_id text NOT NULL,
    alias_key text NOT NULL,
    customer_key text NOT NULL,
    load integer NOT NULL,
    cause text NOT NULL CHECK (cause IN ('alias', 'identify', 'request')),
    state text NOT NULL CHECK (state IN ('open', 'done', 'undoing', 'undone')),
    merged_at timestamptz NOT NULL,
    undone_at timestamptz
  )`,
  `CREATE INDEX customer_merge_by_alias ON customer_merge (alias_key)`,
  `CREATE INDEX customer_merge_by_customer ON customer_merge (customer_key)`,
  `CREATE INDEX customer_merge_unfinished ON customer_merge (id) WHERE state IN ('open', 'undoing')`,
] as const

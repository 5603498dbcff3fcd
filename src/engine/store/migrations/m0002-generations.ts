/** Generations of membership: what is published, the numbers of segments, frozen thresholds, frozen snapshots. */
import { sql, type Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

export const generations: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
  },
}

const STATEMENTS = [
  // What was evaluated before lies in another form: it is evaluated again.
  `DELETE FROM current_snapshot`,
  `UPDATE snapshot SET state = 'retired'`,
  `ALTER TABLE snapshot ADD COLUMN computed_at timestamptz`,
  `ALTER TABLE snapshot ADD COLUMN pinned boolean NOT NULL DEFAULT false`,
  `ALTER TABLE snapshot DROP CONSTRAINT snapshot_state_check`,
  `ALTER TABLE snapshot ADD CHECK (state IN ('building', 'ready', 'kept', 'retired'))`,
  `CREATE TABLE segment_number (
    key text PRIMARY KEY,
    number integer NOT NULL UNIQUE CHECK (number BETWEEN 0 AND 65534)
  )`,
  `CREATE TABLE generation (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    snapshot_id integer NOT NULL REFERENCES snapshot (id),
    kind text NOT NULL CHECK (kind IN ('base', 'advance', 'compact')),
    state text NOT NULL CHECK (state IN ('building', 'published', 'dead')),
    as_of timestamptz NOT NULL,
    computed_at timestamptz NOT NULL,
    begun_at timestamptz NOT NULL DEFAULT now(),
    next_flip timestamptz,
    overlay_rows integer NOT NULL DEFAULT 0,
    changes bigint NOT NULL DEFAULT 0,
    counts jsonb NOT NULL
  )`,
  `CREATE INDEX generation_by_snapshot ON generation (snapshot_id)`,
  `CREATE INDEX generation_unpublished ON generation (id) WHERE state <> 'published'`,
  `CREATE INDEX generation_by_time ON generation (computed_at)`,
  `ALTER TABLE current_snapshot ADD COLUMN generation_id integer NOT NULL REFERENCES generation (id)`,
  `ALTER TABLE import ADD COLUMN generation_id integer`,
  `CREATE INDEX import_waiting ON import (id) WHERE generation_id IS NULL`,
  `CREATE TABLE cutoff (
    snapshot_id integer NOT NULL REFERENCES snapshot (id),
    key text NOT NULL,
    low double precision,
    high double precision,
    high_open boolean NOT NULL,
    PRIMARY KEY (snapshot_id, key)
  )`,
  `CREATE TABLE frozen (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL UNIQUE,
    segment text NOT NULL,
    version integer NOT NULL,
    definition text NOT NULL,
    as_of timestamptz NOT NULL,
    members integer NOT NULL,
    digest text NOT NULL,
    recipe jsonb NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    state text NOT NULL CHECK (state IN ('building', 'ready'))
  )`,
] as const

import { defineConfig } from 'vitest/config'

// `unit` is pure and quick; `engine` starts real ClickHouse and PostgreSQL; `browser` drives Chromium.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          // A busy machine is not a failure.
          testTimeout: 30_000,
          include: ['src/**/*.test.ts', 'test/house.test.ts', 'test/docs.test.ts'],
          exclude: ['**/*.engine.test.ts', '**/*.browser.test.ts'],
        },
      },
      {
        test: {
          name: 'engine',
          include: ['src/**/*.engine.test.ts', 'test/**/*.engine.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // Engines spend much of a test waiting or on one thread: three files at a time keep two cores busy.
          maxWorkers: 3,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'browser',
          include: ['src/**/*.browser.test.ts', 'test/**/*.browser.test.ts'],
          globalSetup: ['test/kit/build-console.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
})

/** The synthetic demo programme: generator, catalogue, segments, and the maker of broken files. */
export { BREAKAGES, breakRows } from './break-rows.ts'
export { demoSegments } from './definitions.ts'
export { generateDemo, type DemoOptions, type DemoReport } from './generate.ts'
export { demoProgramme } from './programme.ts'

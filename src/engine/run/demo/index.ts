/** The synthetic demo programme: generator, catalogue, segments, and the maker of broken files. */
export { ARCHETYPES, type Archetype } from './archetypes.ts'
export { BREAKAGES, breakRows, type Breakage, type BrokenLine } from './break-rows.ts'
export { demoSegments, type DemoSegment } from './definitions.ts'
export { generateDemo, type DemoOptions, type DemoReport } from './generate.ts'
export { mappingFiles } from './mapping-files.ts'
export { demoProgramme } from './programme.ts'
export type { WrittenFile } from './output.ts'

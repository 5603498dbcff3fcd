/** The room's door. */
export { serveProgramme, type ServeOptions, type Serving } from './serve.ts'

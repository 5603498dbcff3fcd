/** The room's door. */
export { serveProgramme, type Serving } from './serve.ts'

export { limitMinutesOf, structuralInfeasibility, structuralTimeline } from './structural.js';
export type { StructuralTimeline, TimelineQuestion } from './structural.js';

/** What differs between two versions of a procedure, as data. Sentences are made of it at the edge. */
import type { Duration } from '../../time/duration.js';

/** Where in a procedure a figure stands. Keys are those the procedure gave. */
export type ChangePlace =
  | { readonly of: 'limit'; readonly caseKey: string; readonly channel: 'counter' | 'online' | 'post' }
  | { readonly of: 'leg'; readonly leg: 'reception' | 'transfer' | 'delivery' | 'acceptance' | 'resultTransfer' }
  | { readonly of: 'step' | 'consultation'; readonly key: string }
  | { readonly of: 'payment' | 'supplement' | 'extension' };

export type Trend = 'rises' | 'falls';

export type ProcedureChange = { readonly path: string } & (
  | {
      readonly kind: 'duration';
      readonly place: ChangePlace;
      readonly from: Duration | null;
      readonly to: Duration | null;
      /** Null where two units cannot be compared without a calendar, or one side has none. */
      readonly trend: Trend | null;
    }
  /** Minutes of the holder's desk (`minimumWork`), rounds, times. */
  | {
      readonly kind: 'amount';
      readonly what: 'minimumWork' | 'rounds' | 'times';
      readonly place: ChangePlace;
      readonly from: number;
      readonly to: number;
      readonly trend: Trend;
    }
  | { readonly kind: 'added' | 'removed'; readonly what: Part; readonly name: string }
  | { readonly kind: 'moved'; readonly what: 'case' | 'step' | 'consultation' }
  /** A policy, a date, a text: said with both values as they are written. */
  | { readonly kind: 'field'; readonly field: string; readonly from: FieldValue; readonly to: FieldValue }
);

export type Part = 'case' | 'step' | 'consultation' | 'legalBasis' | 'system' | 'payment' | 'extension';
export type FieldValue = string | number | boolean | null;

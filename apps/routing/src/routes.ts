import type { Type } from '@nestjs/common';

/** Modules with the routes of the API. Each route says who may call it. */
export const ROUTES: readonly Type[] = [];

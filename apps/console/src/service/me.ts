import type { OperationShapes } from '@lien-thong/client';

/** The officer at this page, as the service knows him. */
export type Me = OperationShapes['readMe']['value'];
export type Role = Me['roles'][number];

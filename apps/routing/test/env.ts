import { z } from 'zod';

/**
 * TEST_POSTGRES_URL: superuser of a throw-away server. The logins `migrator` and `app` are made there with passwords of their own,
 * so it must not be a server that something else lives on.
 */
export const testEnv = z
  .object({
    TEST_POSTGRES_URL: z.url().optional(),
    /** Folder in which suites note which documented statuses they have seen. */
    LIENTHONG_OBSERVED: z.string().optional(),
  })
  .parse(process.env);

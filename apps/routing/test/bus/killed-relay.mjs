// @ts-check
/**
 * The service, with something between its relay and its bus that ends the process: `before` the nth publish (after its commit), or
 * `after` it was acknowledged (before the cursor is stored). Started by relay-killed.e2e.spec.ts.
 */
import { createApp } from '../../dist/create-app.js';
import { readEnv } from '../../dist/env.js';

const [, , point = 'before', at = '1'] = process.argv;
let publishes = 0;

const die = () => process.kill(process.pid, 'SIGKILL');

const env = readEnv();
const app = await createApp(env, {
  throughBus: (bus) => ({
    publish: async (deliveries) => {
      publishes += 1;
      const now = publishes === Number(at);
      if (now && point === 'before') die();
      await bus.publish(deliveries);
      if (now && point === 'after') die();
    },
    close: () => bus.close(),
  }),
});
await app.listen({ port: env.PORT, host: env.HOST });

/** The prover's thread: one task after the other, each answered or named as the fault it met. */
import { parentPort } from 'node:worker_threads';
import { answerTask } from './answer-task.js';
import type { ProofTask } from './proof-question.js';
import type { WorkerSays } from './proof-thread.js';

const port = parentPort;
if (port === null) throw new Error('the prover runs as a worker thread');

function said(task: ProofTask): WorkerSays {
  try {
    return { answer: answerTask(task) };
  } catch (error) {
    return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

port.on('message', (task: ProofTask) => port.postMessage(said(task)));

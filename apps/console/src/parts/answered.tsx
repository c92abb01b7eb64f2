/** The three ways a question can stand: under way, failed, answered. What is known stays in sight while it is asked again. */
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useWords } from '../words/catalogue.js';
import { FaultOf } from './trouble.js';
import { partWords } from './words.js';

interface Properties<Value> {
  readonly question: UseQueryResult<Value>;
  readonly children: (value: Value) => ReactNode;
}

export function Answered<Value>({ question, children }: Properties<Value>) {
  const words = useWords(partWords);
  const { data, error, isPending, refetch } = question;
  if (data !== undefined) {
    return (
      <>
        {error !== null && <FaultOf fault={error} again={() => void refetch()} />}
        {children(data)}
      </>
    );
  }
  if (isPending) {
    return (
      <p role="status" className="soft">
        {words.loading}
      </p>
    );
  }
  return <FaultOf fault={error} again={() => void refetch()} />;
}
